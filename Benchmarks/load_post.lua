-- A durable form post: POST /drafts/0 … 999, or what LYLICH_LOAD_PATH (with %d), _BODY, _COOKIE
-- and _STATUS say.
local here = debug.getinfo(1, "S").source:match("@(.*/)") or "./"
dofile(here .. "load.lua")

function init()
  rows = tonumber(os.getenv("LYLICH_LOAD_ROWS") or "1000")
  path = os.getenv("LYLICH_LOAD_PATH") or "/drafts/%d"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
  wrk.headers["Cookie"] = os.getenv("LYLICH_LOAD_COOKIE") or "session=session"
  body = os.getenv("LYLICH_LOAD_BODY") or ("csrf=csrf-token&name=Nguy%E1%BB%85n+Th%E1%BB%8B"
    .. "+M%E1%BA%ABu&sex=female&birthDate=1990-09-02&birthPlace=C%E1%BA%A7n+Th%C6%A1"
    .. "&permanentResidence=S%E1%BB%91+1+%C4%91%C6%B0%E1%BB%9Dng+M%E1%BA%ABu&purpose=job&copies=1")
  at = number * 37
  expect(tonumber(os.getenv("LYLICH_LOAD_STATUS") or "303"))
end

function request()
  at = (at + 1) % rows
  return wrk.format("POST", (path:gsub("%%d", at)), nil, body)
end
