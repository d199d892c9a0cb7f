-- Asks for something in the partnerships of a file of "path cookie token" lines, one after another.
dofile((debug.getinfo(1).source:match("@?(.*/)") or "./") .. "figures.lua")

local count = 0
function setup(thread)
  thread:set("seed", count)
  count = count + 1
end

function init(args)
  math.randomseed(os.time() + seed)
  run = string.format("%x-%x-%d", os.time(), math.random(2 ^ 30), seed)
  partnerships = readers(args[1])
  -- Threads begin far apart, so that two rarely write to one partnership at once.
  number = seed * math.floor(#partnerships / 2)
end

function request()
  number = number + 1
  local to = partnerships[number % #partnerships + 1]
  local body = "form=" .. to[3] .. "&id=" .. run .. "-" .. number
    .. "&kind=ask&day=&words=Translate+the+hearing+notice+into+Tigrinya"
  return wrk.format("POST", to[1] .. "/asks",
    { Cookie = to[2], ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end
