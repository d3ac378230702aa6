-- What both loads share: counting what is not an answer of the expected kind, and the figures as
-- one JSON line at the end of the output. Milliseconds throughout.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function expect(status)
  wrong = 0
  response = function(got)
    if got ~= status then wrong = wrong + 1 end
  end
end

function done(summary, latency)
  local wrong_answers = 0
  for _, thread in ipairs(threads) do
    wrong_answers = wrong_answers + (thread:get("wrong") or 0)
  end
  local seconds = summary.duration / 1e6
  local errors = summary.errors
  print(string.format(
    '{"requests": %d, "seconds": %.3f, "per_second": %.1f, "p50_ms": %.3f, "p99_ms": %.3f, '
      .. '"max_ms": %.3f, "wrong_answers": %d, "socket_errors": %d}',
    summary.requests, seconds, summary.requests / seconds,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    wrong_answers, errors.connect + errors.read + errors.write + errors.timeout))
end
