-- asks for the addresses in the file PATHS, one after the other, each of two threads from its own half, SKIP places on
local paths = {}
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
local threads = 0
function setup(thread) thread:set("id", threads); threads = threads + 1 end
function init() at = (id * math.floor(#paths / 2) + tonumber(os.getenv("SKIP") or 0)) % #paths end
function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], { ["Accept-Language"] = "en-CA" })
end
local other = 0
function response(status) if status ~= 200 then other = other + 1 end end
