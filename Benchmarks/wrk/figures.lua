-- What HeedBench reads: requests, microseconds, wrong answers, p50 and p99 in microseconds.
function done(summary, latency, requests)
  local errors = summary.errors
  local wrong = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("figures %d %d %d %d %d\n", summary.requests, summary.duration, wrong,
    latency:percentile(50), latency:percentile(99)))
end

-- The lines of a file, each split at its spaces.
function readers(path)
  local found = {}
  for line in io.lines(path) do
    local words = {}
    for word in line:gmatch("%S+") do words[#words + 1] = word end
    found[#found + 1] = words
  end
  return found
end
