-- Looks at the trust's own words as the renderers will: pandoc lua narratives.lua REQUEST.json
--
-- The request has `out`, the file to write, and one of
--   texts   Markdown. For each the answer has its findings, and, where anything is to be cleaned,
--           the document as JSON with the HTML that was taken out of it.
--   again   documents of such an answer with their HTML, cleaned. For each the answer has the text
--           as Markdown, with the findings of what was put in.
-- A finding: { kind = "raw|html|attribute|link|picture|metadata|formula", text = …, words = … }.

WRES_RULES_ONLY = true
local here = arg[0]:gsub("[^/\\]*$", "")
local rules = dofile(here .. "guard.lua")
local stringify = pandoc.utils.stringify

-- What an author may write in braces; the rest is the report's own.
local ATTRIBUTES = {
  source = true, title = true, lang = true, dir = true, width = true, height = true,
  ["fig-alt"] = true, ["fig-cap"] = true, ["tbl-cap"] = true, alt = true, start = true,
  startfrom = true,
}
local OWN_CLASSES = {
  ["wres-float"] = true, ["wres-content"] = true, ["wres-caption"] = true, value = true,
  ["list-table"] = true, narrative = true, otherwise = true, origins = true, origin = true,
  ["page-only"] = true, ["own-words"] = true,
}
local ISLAND, KEPT = "wres-island", "wres-kept"
-- Stand for what HTML does not know; no text of a person holds these signs.
local OPEN, CLOSE = "\u{e012}", "\u{e013}"

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local content = file:read("a")
  file:close()
  return content
end

local function is_html(raw)
  return raw.format:match("^html") ~= nil and not rules.is_comment(raw)
end

local function clean_attr(element, findings)
  local changed = false
  local function drop(text)
    changed = true
    findings:insert({ kind = "attribute", text = text, words = "" })
  end
  for name, value in pairs(element.attributes) do
    if not ATTRIBUTES[name] or rules.is_dangerous(name, value) then
      element.attributes[name] = nil
      drop(name)
    end
  end
  if element.identifier ~= "" and not rules.is_word(element.identifier) then
    drop(element.identifier)
    element.identifier = ""
  end
  for place = #element.classes, 1, -1 do
    local class = element.classes[place]
    if not rules.is_word(class) or OWN_CLASSES[class] then
      drop(class)
      element.classes:remove(place)
    end
  end
  return changed
end

-- Cleans what is no raw content. fills: what stands for the variables of the text.
local function cleaned(document, fills, findings)
  local changed = false
  local function attributed(element)
    if clean_attr(element, findings) then
      changed = true
      return element
    end
  end
  local function filled(address)
    return (address:gsub("\u{e010}(%d+)\u{e011}", fills):gsub("%%EE%%80%%90(%d+)%%EE%%80%%91", fills))
  end
  local blocks = document.blocks:walk({
    Div = attributed, Span = attributed, Header = attributed, Code = attributed,
    CodeBlock = attributed, Table = attributed, Figure = attributed,
    Link = function(link)
      if not rules.is_safe_link(filled(link.target)) then
        changed = true
        findings:insert({ kind = "link", text = link.target, words = stringify(link.content) })
        return link.content
      end
      return attributed(link)
    end,
    Image = function(image)
      local alt = image.attributes["fig-alt"] or image.attributes.alt or stringify(image.caption)
      findings:insert({
        kind = "picture", text = image.src, words = alt,
        safe = rules.is_safe_picture(image.src),
      })
      return attributed(image)
    end,
  })
  return pandoc.Pandoc(blocks), changed
end

local function look_at_raw(document, findings)
  local found = false
  local function raw(element)
    if is_html(element) then
      found = true
      findings:insert({ kind = "html", text = element.text, words = "" })
    elseif not rules.is_comment(element) then
      findings:insert({ kind = "raw", text = element.text, words = element.format })
    end
  end
  document:walk({ RawBlock = raw, RawInline = raw, Math = function(math)
    findings:insert({ kind = "formula", text = math.text, words = "" })
  end })
  return found
end

-- Takes the blocks with HTML out of a document: what stays is a mark for each.
local function with_islands(document)
  local islands, kept = pandoc.List({}), pandoc.Blocks({})

  local function keep(inline)
    kept:insert(pandoc.Div({ pandoc.Plain({ inline }) }, pandoc.Attr("", { KEPT })))
    return pandoc.Str(OPEN .. #kept .. CLOSE)
  end

  local function island(blocks)
    local bare = blocks:walk({ traverse = "topdown",
      Cite = function(e) return keep(e), false end,
      Math = function(e) return keep(e), false end,
      Note = function(e) return keep(e), false end,
    })
    local options = pandoc.WriterOptions({ wrap_text = "wrap-none", email_obfuscation = "none" })
    islands:insert(pandoc.write(pandoc.Pandoc(bare), "html", options))
    return pandoc.Div({}, pandoc.Attr("", { ISLAND }, { n = tostring(#islands) }))
  end

  local function has_html(block)
    local found = false
    block:walk({ RawInline = function(raw) found = found or is_html(raw) end })
    return found
  end

  local function lifted(blocks)
    local first, last
    for place, block in ipairs(blocks) do
      if block.t == "RawBlock" and is_html(block) then
        first, last = first or place, place
      end
    end
    local result, within = pandoc.Blocks({}), pandoc.Blocks({})
    for place, block in ipairs(blocks) do
      if first and place >= first and place <= last then
        within:insert(block)
        if place == last then result:insert(island(within)) end
      elseif (block.t == "Para" or block.t == "Plain" or block.t == "Header") and has_html(block) then
        result:insert(island(pandoc.Blocks({ block })))
      else
        result:insert(block:walk({
          traverse = "topdown", Blocks = function(inner) return lifted(inner), false end,
        }))
      end
    end
    return result
  end

  local blocks = lifted(document.blocks)
  blocks:extend(kept)
  return pandoc.Pandoc(blocks), islands
end

-- Puts the inlines back that HTML does not know.
local function restored(blocks, kept)
  return blocks:walk({ Str = function(str)
    if not str.text:find(OPEN, 1, true) then return nil end
    local parts, place = pandoc.Inlines({}), 1
    for start, number, stop in str.text:gmatch("()" .. OPEN .. "(%d+)" .. CLOSE .. "()") do
      if start > place then parts:insert(pandoc.Str(str.text:sub(place, start - 1))) end
      local inline = kept[tonumber(number)]
      if inline then parts:insert(inline) end
      place = stop
    end
    if place <= #str.text then parts:insert(pandoc.Str(str.text:sub(place))) end
    return parts
  end })
end

local function with_html(document, html)
  local kept, blocks = {}, pandoc.Blocks({})
  for _, block in ipairs(document.blocks) do
    if block.t == "Div" and block.classes:includes(KEPT) then
      kept[#kept + 1] = block.content[1].content[1]
    else
      blocks:insert(block)
    end
  end
  blocks = blocks:walk({ Blocks = function(list)
    local result = pandoc.Blocks({})
    for _, block in ipairs(list) do
      if block.t == "Div" and block.classes:includes(ISLAND) then
        local text = html[tonumber(block.attributes.n)]
        result:extend(restored(pandoc.read(text, "html").blocks, kept))
      else
        result:insert(block)
      end
    end
    return result
  end })
  return pandoc.Pandoc(blocks)
end

local function is_simple(tbl)
  local simple = true
  local function look(rows)
    for _, row in ipairs(rows) do
      for _, cell in ipairs(row.cells) do
        local block = cell.contents[1]
        simple = simple and cell.row_span == 1 and cell.col_span == 1 and #cell.contents <= 1
          and (not block or block.t == "Plain" or block.t == "Para")
      end
    end
  end
  look(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do look(body.head) look(body.body) end
  look(tbl.foot.rows)
  return simple
end

-- A table with cells that span others is drawn with lines, which the words of a variable would
-- move: there they stand as they are printed.
local function with_variables_in_tables(document, fills)
  return document:walk({ Table = function(tbl)
    if is_simple(tbl) then return nil end
    return tbl:walk({ Str = function(str)
      local text = str.text:gsub("\u{e010}(%d+)\u{e011}", fills)
      if text ~= str.text then return pandoc.Str(text) end
    end })
  end })
end

local function markdown(document)
  local options = pandoc.WriterOptions({ wrap_text = "wrap-none" })
  return pandoc.write(document, "markdown-raw_html-raw_attribute-raw_tex-simple_tables-multiline_tables",
    options)
end

local function first_look(text, fills)
  local findings = pandoc.List({})
  local document = pandoc.read(text, "markdown")
  for name, _ in pairs(document.meta) do
    findings:insert({ kind = "metadata", text = name, words = "" })
  end
  local html = look_at_raw(document, findings)
  local clean, changed = cleaned(document, fills, findings)
  local answer = { findings = findings, changed = changed or html, html = pandoc.List({}) }
  if answer.changed then
    local bare, islands = with_islands(clean)
    answer.document, answer.html = pandoc.write(bare, "json"), islands
  end
  return answer
end

local function second_look(entry, fills)
  local findings = pandoc.List({})
  local document = with_html(pandoc.read(entry.document, "json"), entry.html)
  local text = markdown(with_variables_in_tables(cleaned(document, fills, findings), fills))
  -- What was written is what will be read: it must hold nothing raw any more.
  local unseen = pandoc.List({})
  if look_at_raw(pandoc.read(text, "markdown"), unseen) then findings:extend(unseen) end
  return { findings = findings, text = text }
end

local request = pandoc.json.decode(read_file(arg[1]), false)
local answers = pandoc.List({})
for place, text in ipairs(request.texts or {}) do
  answers:insert(first_look(text, request.fills[place]))
end
for place, entry in ipairs(request.again or {}) do
  answers:insert(second_look(entry, request.fills[place]))
end
local file = assert(io.open(request.out, "wb"))
assert(file:write(pandoc.json.encode({ answers = answers })))
file:close()
