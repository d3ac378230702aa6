-- A page by key: GET /verify/token0 … token999, or the paths that LYLICH_LOAD_PATH gives with %d.
local here = debug.getinfo(1, "S").source:match("@(.*/)") or "./"
dofile(here .. "load.lua")

function init()
  rows = tonumber(os.getenv("LYLICH_LOAD_ROWS") or "1000")
  path = os.getenv("LYLICH_LOAD_PATH") or "/verify/token%d"
  cookie = os.getenv("LYLICH_LOAD_COOKIE")
  if cookie then wrk.headers["Cookie"] = cookie end
  at = number * 37
  expect(tonumber(os.getenv("LYLICH_LOAD_STATUS") or "200"))
end

function request()
  at = (at + 1) % rows
  return wrk.format("GET", string.format(path, at))
end
