-- What no text of a report may do, whoever wrote it: the last look before any format is written.
--
-- Runs before every other filter, in Quarto and in the embedded renderer. What people write is
-- cleaned and refused with its place when a report is staged; here nothing gets by that only
-- becomes what it is where several files have been put together.
--
--   raw content    only what the report itself wrote stays: its SHA-1, without white space, stands
--                  in `wres.own-raw` of the settings
--   links          to the web, to an address for mail, to a place of the page, to a file beside it
--   pictures       only files of the report's own folder
--   attributes     none that runs, loads or styles
--   shortcodes     none in settings and variables, where Quarto reads them once more after they are
--                  text: the signs `{{<` of a name or a fact are parted

local SCHEMES = { http = true, https = true, mailto = true }
local DANGEROUS = {
  style = true, src = true, srcset = true, srcdoc = true, href = true, action = true,
  formaction = true, poster = true, background = true, data = true, ping = true,
  manifest = true, code = true, codebase = true, classid = true, archive = true, lowsrc = true,
  dynsrc = true, usemap = true, longdesc = true, cite = true, nonce = true, is = true,
}

local function decoded(address)
  return (address:gsub("%%(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end))
end

-- Whether an address names nothing but a file at or below its own folder.
local function is_beside(address)
  local path = decoded(address):gsub("#.*$", "")
  return path:match("^[%w_\128-\255][%w_%-./ \128-\255]*$") ~= nil
    and not path:find("..", 1, true) and not path:find("//", 1, true)
end

local function is_safe_link(target)
  if target:find("[%z\1-\31\127]") then return false end
  local bare = target:gsub("^%s+", "")
  local scheme = bare:match("^(%a[%w+.-]*):")
  if scheme then return SCHEMES[scheme:lower()] == true end
  return bare == "" or bare:sub(1, 1) == "#" or is_beside(bare)
end

local function is_safe_picture(source)
  return is_beside(source)
end

-- Of these a number or a word is written into a document as it stands.
local MEASURES = { width = true, height = true, lang = true, dir = true, start = true,
  startfrom = true, level = true, rowspan = true, colspan = true }

local function is_dangerous(name, value)
  name = name:lower()
  if MEASURES[name] then return value:match("^[%w%.%%-]*$") == nil end
  return name:match("^on") ~= nil or name:find(":", 1, true) ~= nil or DANGEROUS[name] == true
end

local function is_word(text)
  return text:match("^[%w_\128-\255][%w_%-.:\128-\255]*$") ~= nil
end

-- A comment that a browser reads as one too.
local function is_comment(raw)
  return raw.format:match("^html") ~= nil and raw.text:match("^%s*<!%-%-.*%-%->%s*$") ~= nil
end

local RULES = {
  is_safe_link = is_safe_link, is_safe_picture = is_safe_picture, is_dangerous = is_dangerous,
  is_word = is_word, is_comment = is_comment,
}
if WRES_RULES_ONLY then return RULES end

local own = {}

-- Quarto takes a word that ends with `{{<` for the start of a shortcode, and one that begins with
-- `>}}` for its end. In a span of its own no part of a word does either.
local function parted(word)
  if not word.text:find("{{<", 1, true) and not word.text:find(">}}", 1, true) then return nil end
  local parts = pandoc.Inlines {}
  for part in word.text:gsub("{<", "{\0<"):gsub(">}", ">\0}"):gmatch("[^\0]+") do
    parts:insert(pandoc.Span(pandoc.Inlines { pandoc.Str(part) }))
  end
  return parts
end

local function without_shortcodes(value)
  local kind = pandoc.utils.type(value)
  if kind == "Inlines" or kind == "Blocks" then return value:walk { Str = parted } end
  if kind == "string" then return parted(pandoc.Str(value)) or value end
  if kind == "List" or kind == "table" then
    for key, inner in pairs(value) do value[key] = without_shortcodes(inner) end
  end
  return value
end

local function read_settings(meta)
  local listed = meta.wres and meta.wres["own-raw"]
  for _, digest in ipairs(listed or {}) do own[pandoc.utils.stringify(digest)] = true end
  if not quarto then return nil end
  for key, value in pairs(meta) do meta[key] = without_shortcodes(value) end
  return meta
end

local function digest_of(raw)
  return pandoc.utils.sha1((raw.text:gsub("[ \t\r\n]+", "")))
end

local function refuse(what, text)
  -- Quarto puts things of its own into a document before this runs, so there it is only left out.
  if quarto then return end
  local first = text:gsub("[%c]+", " "):sub(1, 60)
  io.stderr:write("WRES-REFUSED " .. what .. ": " .. first .. "\n")
end

local function raw(element)
  if own[digest_of(element)] then return nil end
  if is_comment(element) then
    if quarto and element.text:match("^<!%-%- quarto[%w%-:= +/]*%-%->$") then return nil end
    return {}
  end
  if quarto and element.format:match("^quarto") then return nil end
  refuse("raw " .. element.format, element.text)
  return {}
end

local function clean_attributes(element)
  local changed = false
  for name, value in pairs(element.attributes) do
    if is_dangerous(name, value) then
      element.attributes[name] = nil
      changed = true
      refuse("attribute " .. name, value)
    end
  end
  if element.identifier ~= "" and not is_word(element.identifier) then
    refuse("identifier", element.identifier)
    element.identifier, changed = "", true
  end
  return changed
end

local function link(element)
  if not is_safe_link(element.target) then
    refuse("link", element.target)
    return element.content
  end
  if clean_attributes(element) then return element end
end

local function image(element)
  local inside = quarto and quarto.project and quarto.project.directory
  local source = element.src
  if inside and source:sub(1, #inside + 1) == inside .. "/" then
    source = source:sub(#inside + 2)
  end
  if not is_safe_picture(source) then
    refuse("picture", element.src)
    return pandoc.Span(element.caption)
  end
  if clean_attributes(element) then return element end
end

local function attributed(element)
  if clean_attributes(element) then return element end
end

return {
  { Meta = read_settings },
  {
    RawBlock = raw, RawInline = raw, Link = link, Image = image, Div = attributed,
    Span = attributed, Header = attributed, Code = attributed, CodeBlock = attributed,
    Table = attributed, Figure = attributed,
  },
}
