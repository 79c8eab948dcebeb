# Counts appeals by outcome in the landed rows: of one appeal, the row with the highest version counts.
#
#   awk -f outcomes.awk target/status-rows.txt
{
  sub(/^Struct\{/, ""); sub(/\}$/, "")
  delete row
  count = split($0, fields, ",")
  for (i = 1; i <= count; i++) {
    split(fields[i], pair, "=")
    row[pair[1]] = pair[2]
  }
  id = row["appealId"]
  if (!(id in version) || row["version"] + 0 >= version[id]) {
    version[id] = row["version"] + 0
    outcome[id] = row["outcome"] == "" ? "none yet" : row["outcome"]
  }
}
END {
  for (id in outcome) appeals[outcome[id]]++
  for (each in appeals) print each ": " appeals[each]
}
