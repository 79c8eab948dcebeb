-- Appeals by outcome, and the median time from the submission to the latest decision:
--
--   duckdb -csv -f outcomes.sql
select outcome,
       count(*) as appeals,
       median(date_diff('millisecond', submittedAt, decidedAt))::bigint as medianMillis
from 'export/appeals.status.v1/*/*.parquet'
where outcome is not null
group by outcome
order by outcome;
