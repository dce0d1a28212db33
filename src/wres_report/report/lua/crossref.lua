-- Numbers figures, tables and sections and resolves references to them, as Quarto does.
--
-- Stands in for Quarto's crossref filter. A figure or table becomes
--   Div {#id .wres-float kind="fig|tbl" number="3"} [ Div.wres-content, Div.wres-caption ]
-- which render.lua writes out for each format. Faults go to standard error, one to a line:
--   WRES-UNRESOLVED id        WRES-DUPLICATE id

local stringify = pandoc.utils.stringify
local NAMES = { fig = "Figure", tbl = "Table", sec = "Section" }
local DEPTH = 2

local numbers = {}      -- id → number as printed
local words = {}        -- id of a heading without number → its first words
local seen = {}
local counters = { fig = 0, tbl = 0 }
local section = { 0, 0, 0, 0, 0, 0 }

local function register(id)
  if id == "" then return end
  if seen[id] then io.stderr:write("WRES-DUPLICATE " .. id .. "\n") end
  seen[id] = true
end

local function next_number(id)
  local kind = id:match("^(%a+)%-")
  counters[kind] = counters[kind] + 1
  numbers[id] = tostring(counters[kind])
  return kind, numbers[id]
end

local function float(id, classes, content, caption)
  local kind, number = next_number(id)
  local kept = pandoc.List({ "wres-float" })
  kept:extend(classes)
  return pandoc.Div({
    pandoc.Div(content, pandoc.Attr("", { "wres-content" })),
    pandoc.Div(caption, pandoc.Attr("", { "wres-caption" })),
  }, pandoc.Attr(id, kept, { kind = kind, number = number }))
end

local function is_float(id)
  return id:match("^fig%-") or id:match("^tbl%-")
end

local function Header(header)
  register(header.identifier)
  local bare = header.classes:includes("unnumbered")
  if bare or header.level > DEPTH then
    words[header.identifier] = stringify(header.content):match("^([^:]+)")
    if not bare then header.classes:insert("unnumbered") end
    return header
  end
  section[header.level] = section[header.level] + 1
  for level = header.level + 1, 6 do section[level] = 0 end
  numbers[header.identifier] = table.concat(section, ".", 1, header.level)
end

local function Figure(figure)
  register(figure.identifier)
  if is_float(figure.identifier) then
    return float(figure.identifier, figure.classes, figure.content, figure.caption.long), false
  end
end

local function Table(tbl)
  register(tbl.identifier)
  if is_float(tbl.identifier) then
    local id, classes, caption = tbl.identifier, tbl.classes, tbl.caption.long
    tbl.attr = pandoc.Attr("", classes)
    tbl.caption = pandoc.Caption()
    return float(id, {}, { tbl }, caption), false
  end
end

local function Div(div)
  register(div.identifier)
  if not is_float(div.identifier) then return nil end
  local content = pandoc.Blocks(div.content)
  local caption = pandoc.Blocks({})
  if #content > 1 and content[#content].t == "Para" then
    caption:insert(content:remove(#content))
  end
  -- A picture alone in the div is the figure itself, not a figure within a figure.
  content = content:walk({
    Figure = function(figure) return figure.content end,
  })
  local alt = div.attributes["fig-alt"]
  if alt then
    content = content:walk({ Image = function(image)
      image.attributes["fig-alt"] = image.attributes["fig-alt"] or alt
      return image
    end })
  end
  return float(div.identifier, div.classes, content, caption), false
end

local function reference(citation)
  local id = citation.id
  id = id:sub(1, 1):lower() .. id:sub(2)
  local kind = id:match("^(%a+)%-")
  if not kind or not NAMES[kind] then return nil end
  local target = "#" .. id
  local attr = pandoc.Attr("", { "quarto-xref" })
  if words[id] then return pandoc.Link(words[id], target, "", attr) end
  if not numbers[id] then
    io.stderr:write("WRES-UNRESOLVED " .. citation.id .. "\n")
    return pandoc.Str(citation.id)
  end
  local text = pandoc.Inlines({})
  if #citation.prefix > 0 then
    text:extend(citation.prefix)
    text:insert(pandoc.Str("\u{a0}"))
  elseif citation.mode ~= "SuppressAuthor" then
    text:insert(pandoc.Str(NAMES[kind] .. "\u{a0}"))
  end
  text:insert(pandoc.Str(numbers[id]))
  return pandoc.Link(text, target, "", attr)
end

local function Cite(cite)
  local inlines = pandoc.Inlines({})
  for index, citation in ipairs(cite.citations) do
    local link = reference(citation)
    if not link then return cite.content end
    if index > 1 then inlines:extend({ pandoc.Str(","), pandoc.Space() }) end
    inlines:insert(link)
  end
  return inlines
end

return {
  { traverse = "topdown", Header = Header, Figure = Figure, Table = Table, Div = Div },
  { Cite = Cite },
}
