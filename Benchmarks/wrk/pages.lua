-- Opens the pages of a file of "path cookie" lines, in an order that differs by thread.
dofile((debug.getinfo(1).source:match("@?(.*/)") or "./") .. "figures.lua")

local count = 0
function setup(thread)
  thread:set("seed", count)
  count = count + 1
end

function init(args)
  math.randomseed(seed + 1)
  pages = {}
  for _, reader in ipairs(readers(args[1])) do
    pages[#pages + 1] = wrk.format("GET", reader[1], { Cookie = reader[2] })
  end
end

function request() return pages[math.random(#pages)] end
