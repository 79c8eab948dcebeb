-- Counts appeals by outcome, and the SLA clocks that run by category, from what is in the log now.
-- Where broker and registry are stands in both tables.

SET 'execution.runtime-mode' = 'batch';
SET 'sql-client.execution.result-mode' = 'tableau';
SET 'table.display.max-column-width' = '60';

-- A column has its field's name; those that are not needed are left out. Times are UTC.
CREATE TABLE status_rows (
  appealId STRING,
  version BIGINT,
  category STRING,
  outcome STRING,
  recordOffset BIGINT METADATA FROM 'offset' VIRTUAL
) WITH (
  'connector' = 'kafka',
  'topic' = 'appeals.status.v1',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8080/schema-registry'
);

CREATE TABLE clock_rows (
  appealId STRING,
  metric STRING,
  `cycle` INT,
  version BIGINT,
  state STRING,
  breached BOOLEAN,
  breachAt TIMESTAMP(3),
  recordOffset BIGINT METADATA FROM 'offset' VIRTUAL
) WITH (
  'connector' = 'kafka',
  'topic' = 'appeals.sla-clocks.v1',
  'properties.bootstrap.servers' = 'localhost:9092',
  'properties.isolation.level' = 'read_committed',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'avro-confluent',
  'avro-confluent.url' = 'http://localhost:8080/schema-registry'
);

-- A compacted topic may hold older rows still: of one key, the row with the highest version counts.
CREATE VIEW appeals AS
SELECT appealId, category, outcome FROM (
  SELECT *, ROW_NUMBER() OVER (
    PARTITION BY appealId ORDER BY version DESC, recordOffset DESC) AS place
  FROM status_rows)
WHERE place = 1;

CREATE VIEW clocks AS
SELECT appealId, metric, state, breached, breachAt FROM (
  SELECT *, ROW_NUMBER() OVER (
    PARTITION BY appealId, metric, `cycle` ORDER BY version DESC, recordOffset DESC) AS place
  FROM clock_rows)
WHERE place = 1;

SELECT COALESCE(outcome, 'none yet') AS outcome, COUNT(*) AS appeals
FROM appeals
GROUP BY outcome
ORDER BY outcome;

SELECT
  a.category,
  c.metric,
  COUNT(*) AS ticking,
  COUNT(*) FILTER (WHERE c.breached) AS overdue,
  MIN(c.breachAt) FILTER (WHERE NOT c.breached) AS nextBreach
FROM clocks AS c JOIN appeals AS a ON a.appealId = c.appealId
WHERE c.state = 'RUNNING'
GROUP BY a.category, c.metric
ORDER BY category, metric;
