-- Turns the report's own divs and spans into what each format can show.
--
-- Runs in Quarto (entry point pre-ast) and in the embedded renderer, so that both give the same
-- document. It uses pandoc's own interface only.
--
--   ::: {.landscape}                    wide content on pages turned by 90 degrees
--   ::: {.narrative missing="…" title="…"}   a trust's own words; says so where there are none,
--       or shows what stands in a ::: {.otherwise} within it
--   ::: {.own-words section="…"}        what an author wrote; a Word file keeps where it begins and
--       ends, so that it is known when reviewers send it back
--   ::: {.key-findings} .summary .headline .not-supplied .signature .callout-note …   boxes
--   [word]{.rag-red} [▲ worse]{.verdict-worse}     a coloured word; the word carries the meaning

local stringify = pandoc.utils.stringify

-- Boxes: class in the source → name in the styles of Typst and Word.
local BOXES = {
  ["key-findings"] = "Key Findings",
  ["summary"] = "Summary",
  ["headline"] = "Headline",
  ["not-supplied"] = "Not Supplied",
  ["signature"] = "Signature",
  ["definition"] = "Definition",
  ["table-note"] = "Table Note",
  ["note"] = "Note",
}
local CALLOUTS = {
  ["callout-note"] = "Note", ["callout-tip"] = "Note", ["callout-important"] = "Important",
  ["callout-warning"] = "Important", ["callout-caution"] = "Important",
}
local WORDS = {
  ["rag-red"] = "Word Red", ["rag-amber"] = "Word Amber", ["rag-green"] = "Word Green",
  ["rag-blue"] = "Word Blue", ["rag-none"] = "Word Grey",
  ["verdict-worse"] = "Word Red", ["verdict-better"] = "Word Green",
  ["verdict-none"] = "Word Blue", ["verdict-few"] = "Word Grey",
  ["verdict-missing"] = "Word Grey", ["verdict-seats"] = "Word Grey",
}

local NEW_PAGE = {
  typst = pandoc.RawBlock("typst", "#pagebreak(weak: true)"),
  openxml = pandoc.RawBlock("openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'),
}

local function text_of(value)
  return value and stringify(value) or ""
end

local SPOKEN = {
  "cover-trust", "cover-state", "cover-years", "cover-snapshot", "document-name",
}

-- Words as they stand: Quarto, which reads the metadata after this filter, takes a brace and an angle
-- bracket that stand in one Str for the start or the end of a shortcode, and would run it.
local function plain(text)
  return pandoc.Inlines(text):walk({ Str = function(word)
    local parts = pandoc.Inlines({})
    for part in word.text:gsub("{<", "{\0<"):gsub(">}", ">\0}"):gmatch("[^\0]+") do
      parts:insert(pandoc.Str(part))
    end
    return parts
  end })
end

-- The words of the cover are put together here, because templates cannot compare strings.
local function Meta(meta)
  local wres = meta.wres or {}
  local state = text_of(wres.state)
  local published = text_of(wres.published)
  local label = "Draft: not yet approved by the board"
  if state == "approved" then
    label = "Approved by the board"
  elseif state == "changed" then
    label = "Changed since the board approved it"
  elseif state == "national" then
    label = "Made from what trusts publish"
  elseif state == "published" then
    label = published ~= "" and ("Published " .. published) or "Published"
  end
  local trust = text_of(wres.trust)
  meta["cover-trust"] = trust ~= "" and trust or text_of(meta.author)
  local document = text_of(wres.document)
  meta["document-name"] = document ~= "" and document or text_of(meta.title)
  meta["cover-state"] = label
  meta["cover-changed"] = state == "changed"
  meta["cover-draft"] = state ~= "approved" and state ~= "published" and state ~= "changed"
    and state ~= "national"
  meta["cover-years"] = text_of(wres.years)
  meta["cover-snapshot"] = text_of(wres.snapshot)
  meta["cover-synthetic"] = wres.synthetic == true or text_of(wres.synthetic) == "true"
  if FORMAT:match("typst") then
    -- Words inside a Typst string: only the backslash and the quotation mark need care, and the
    -- sign that opens a shortcode, which Quarto runs in a string too.
    local function quoted(value)
      return pandoc.MetaInlines({ pandoc.RawInline("typst",
        (text_of(value):gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("{<", "{\\u{3c}"))) })
    end
    meta["wres-typst"] = { title = quoted(meta["document-name"]), trust = quoted(meta["cover-trust"]) }
  elseif FORMAT:match("docx") then
    -- pandoc's Word writer knows title, subtitle, author and date: the date carries the rest.
    local lines = pandoc.Inlines({})
    if meta["cover-years"] ~= "" then
      lines:insert(pandoc.Str(meta["cover-years"]))
      lines:insert(pandoc.LineBreak())
    end
    if meta["cover-snapshot"] ~= "" then
      lines:insert(pandoc.Str("Data as at " .. meta["cover-snapshot"]))
      lines:insert(pandoc.LineBreak())
    end
    lines:insert(pandoc.Str(label))
    if meta["cover-synthetic"] then
      lines:insert(pandoc.LineBreak())
      lines:insert(pandoc.Strong({ pandoc.Str("Synthetic data: not a real trust") }))
    end
    meta.author = pandoc.MetaInlines(plain(meta["cover-trust"]))
    meta.date = pandoc.MetaInlines(lines)
  end
  -- Words, not strings: Quarto reads a string of the metadata as Markdown once more, and a name
  -- such as “Trust #2 $a$” would become Typst's own signs.
  for _, name in ipairs(SPOKEN) do
    if type(meta[name]) == "string" then
      meta[name] = pandoc.MetaInlines(plain(meta[name]))
    end
  end
  return meta
end

local function first_class(classes, names)
  for _, class in ipairs(classes) do
    if names[class] then return class, names[class] end
  end
end

local function is_blank(blocks)
  for _, block in ipairs(blocks) do
    local comment = block.t == "RawBlock" and (block.text:match("^%s*<!%-%-.*%-%->%s*$")
      or block.format == "openxml" and block.text:match("^<w:bookmark"))
    local empty = (block.t == "Div" and is_blank(block.content))
      or ((block.t == "Para" or block.t == "Plain") and stringify(block) == ""
          and not block.content:find_if(function(i) return i.t == "Image" end))
    if not comment and not empty then return false end
  end
  return true
end

local function box(class, style, content, title)
  local blocks = pandoc.Blocks({})
  if title then
    blocks:insert(pandoc.Para({ pandoc.Strong(title) }))
  end
  blocks:extend(content)
  if FORMAT:match("typst") then
    blocks:insert(1, pandoc.RawBlock("typst", '#wres-box("' .. class .. '")['))
    blocks:insert(pandoc.RawBlock("typst", "]"))
    return blocks
  elseif FORMAT:match("docx") then
    return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
  end
  return pandoc.Div(blocks, pandoc.Attr("", { "box", class }))
end

local function page_of(width, height, orient)
  local turned = orient and ' w:orient="landscape"' or ""
  return pandoc.RawBlock("openxml",
    '<w:p><w:pPr><w:pStyle w:val="SectionBreak"/><w:sectPr><w:type w:val="nextPage"/>'
    .. '<w:pgSz w:w="' .. width .. '" w:h="' .. height .. '"' .. turned .. '/>'
    .. '<w:pgMar w:top="1361" w:right="1134" w:bottom="1077" w:left="1134" w:header="624"'
    .. ' w:footer="567" w:gutter="0"/></w:sectPr></w:pPr></w:p>')
end

local function landscape(div)
  -- Quarto moves the classes of a table to its caption: the mark stands on its first cell.
  div.content = div.content:walk({ Table = function(tbl)
    local row = tbl.head.rows[1]
    if row and row.cells[1] then row.cells[1].attr.classes:insert("wide-table") end
    return tbl
  end })
  if FORMAT:match("typst") then
    local blocks = pandoc.Blocks({ pandoc.RawBlock("typst", "#wres-landscape[") })
    blocks:extend(div.content)
    blocks:insert(pandoc.RawBlock("typst", "]"))
    return blocks
  elseif FORMAT:match("docx") then
    -- Two section breaks: one ends the upright pages before, one ends the turned pages.
    local blocks = pandoc.Blocks({ page_of(11906, 16838, false) })
    blocks:extend(div.content)
    blocks:insert(page_of(16838, 11906, true))
    return blocks
  end
  div.classes = pandoc.List({ "wide" })
  return div
end

local function narrative(div)
  local title = div.attributes.title
  -- What the report says where the trust says nothing.
  local otherwise
  div.content = div.content:filter(function(block)
    if block.t == "Div" and block.classes:includes("otherwise") then
      otherwise = block.content
      return false
    end
    return true
  end)
  if is_blank(div.content) then
    if otherwise then return otherwise end
    local missing = div.attributes.missing
    if not missing then return pandoc.Blocks({}) end
    return box("not-supplied", BOXES["not-supplied"], { pandoc.Para(pandoc.read(missing).blocks[1].content) })
  end
  local blocks = pandoc.Blocks(div.content)
  if title then
    blocks:insert(1, pandoc.Header(tonumber(div.attributes.level or "3"), title,
      pandoc.Attr("", { "unnumbered", "unlisted" })))
  end
  return blocks
end

local own_words_so_far = 0

local function own_words(div)
  local section = div.attributes.section or ""
  if not FORMAT:match("docx") or not section:match("^[%w-]+$") then return div.content end
  own_words_so_far = own_words_so_far + 1
  local id = 500000 + own_words_so_far
  local blocks = pandoc.Blocks({ pandoc.RawBlock("openxml", string.format(
    '<w:bookmarkStart w:id="%d" w:name="wres-own:%s"/>', id, section)) })
  blocks:extend(div.content)
  blocks:insert(pandoc.RawBlock("openxml", string.format('<w:bookmarkEnd w:id="%d"/>', id)))
  return blocks
end

local function callout(div, style)
  local title = div.attributes.title
  local content = pandoc.Blocks(div.content)
  if content[1] and content[1].t == "Header" then
    title = content[1].content
    content:remove(1)
  end
  local class = style == "Important" and "important" or "note"
  return box(class, style, content, title and pandoc.Inlines(title))
end

local function Div(div)
  local classes = div.classes
  if classes:includes("landscape") then return landscape(div) end
  if classes:includes("own-words") then return own_words(div) end
  if classes:includes("narrative") then return narrative(div) end
  if classes:includes("quarto-embed-nb-cell") then
    -- Quarto writes the notebook's place on this machine into the page: leave it out.
    return div.content
  end
  if classes:includes("cell") and not div.identifier:match("^tbl%-")
      and not div.identifier:match("^fig%-") then
    return div.content
  end
  local _, style = first_class(classes, CALLOUTS)
  if style then return callout(div, style) end
  local class, name = first_class(classes, BOXES)
  if class and not div.identifier:match("^%a+%-") then
    return box(class, name, div.content, div.attributes.title and { pandoc.Str(div.attributes.title) })
  end
end

-- Quarto's page would lose the text alternative of a picture in a table; it keeps fig-alt.
local function Image(image)
  if FORMAT:match("html") and not image.attributes["fig-alt"] and #image.caption > 0 then
    image.attributes["fig-alt"] = stringify(image.caption)
    return image
  end
end

local function Span(span)
  local class, style = first_class(span.classes, WORDS)
  if not class then return nil end
  if FORMAT:match("typst") then
    local inlines = pandoc.Inlines({ pandoc.RawInline("typst", '#wres-word("' .. class .. '")[') })
    inlines:extend(span.content)
    inlines:insert(pandoc.RawInline("typst", "]"))
    return inlines
  elseif FORMAT:match("docx") then
    return pandoc.Span(span.content, pandoc.Attr("", {}, { ["custom-style"] = style }))
  end
  return pandoc.Span(span.content, pandoc.Attr("", { "word", class }))
end

-- References to a heading without a number ("Appendix 1: …", or one below the numbered levels)
-- become a link with the words before its colon; Quarto would ask Typst for a number that does not
-- exist, and print one in a page that no heading shows. A stray @ is plain text.
-- In Quarto only: the embedded renderer has resolved every reference before this filter runs.
local NUMBERED = 2  -- as number-depth in _quarto.yml

local function up_to_colon(inlines)
  -- Not as plain text: a variable in a heading has its value only after this filter.
  local words = pandoc.Inlines({})
  for _, inline in ipairs(inlines) do
    local before = inline.t == "Str" and inline.text:match("^([^:]*):")
    if before then
      if before ~= "" then words:insert(pandoc.Str(before)) end
      return words
    end
    words:insert(inline)
  end
  return words
end

local function references(doc)
  local unnumbered = {}
  doc.blocks:walk({
    Header = function(header)
      local bare = header.level > NUMBERED or header.classes:includes("unnumbered")
      if bare and header.identifier ~= "" then
        unnumbered[header.identifier] = up_to_colon(header.content)
      end
    end,
  })
  local kinds = { sec = true, fig = true, tbl = true }
  return doc:walk({
    Cite = function(cite)
      local id = cite.citations[1].id
      if unnumbered[id] and #cite.citations == 1 then
        return pandoc.Link(unnumbered[id], "#" .. id, "", pandoc.Attr("", { "quarto-xref" }))
      end
      if not kinds[id:match("^(%a+)%-") or ""] then return cite.content end
    end,
  })
end

-- Paper only: the heading of an appendix moves onto its turned pages, and an indicator starts a
-- new page where the one before it filled some.
local function has_figure(block)
  if block.t == "Table" then return true end
  local found = false
  block:walk({
    Image = function() found = true end,
    Table = function() found = true end,
  })
  return found
end

-- A signature stays with the end of what is signed, and opens no page alone.
local function with_what_is_signed(doc)
  local function bound(blocks)
    local found = pandoc.Blocks({})
    for _, block in ipairs(blocks) do
      local signs = block.t == "Div" and block.classes:includes("signature")
      if signs and found[#found] and found[#found].t == "Para" then
        local last = found:remove(#found)
        found:insert(pandoc.RawBlock("typst", "#wres-signed["))
        found:insert(last)
        found:insert(pandoc.RawBlock("typst", "]"))
      end
      found:insert(block)
    end
    return found
  end
  return doc:walk({ Blocks = bound })
end

-- What stands on turned pages for its table stands upright where there is none.
local function upright_without_table(doc)
  for _, block in ipairs(doc.blocks) do
    if block.t == "Div" and block.classes:includes("landscape") and not has_figure(block) then
      block.classes = block.classes:filter(function(class) return class ~= "landscape" end)
    end
  end
end

local function pages(doc)
  upright_without_table(doc)
  local blocks, filled = pandoc.Blocks({}), false
  -- The contents follow the summary; where there is none, they come first.
  local parts, contents = 0, FORMAT:match("typst") and not doc.meta.apart
  for _, block in ipairs(doc.blocks) do
    local last = blocks[#blocks]
    if block.t == "Header" and block.level == 1 then
      parts = parts + 1
      if contents and (parts > 1 or block.identifier ~= "sec-glance") then
        blocks:insert(pandoc.RawBlock("typst", "#wres-contents()"))
        contents = false
      elseif FORMAT:match("typst") and parts > 1 then
        blocks:insert(pandoc.RawBlock("typst", "#wres-part()"))
      end
    end
    if block.t == "Div" and block.classes:includes("landscape") and last and last.t == "Header" then
      block.content:insert(1, blocks:remove(#blocks))
      -- A turned page begins anew by itself.
      if blocks[#blocks] and blocks[#blocks].text == "#wres-part()" then blocks:remove(#blocks) end
    elseif block.t == "Header" and block.classes:includes("indicator") then
      if filled then
        blocks:insert(FORMAT:match("typst") and pandoc.RawBlock("typst", "#wres-next()")
          or NEW_PAGE.openxml)
      end
      filled = false
    elseif block.t == "Header" and block.level == 1 then
      filled = false
    elseif not filled then
      filled = has_figure(block)
    end
    blocks:insert(block)
  end
  doc.blocks = blocks
  return doc
end

-- Headings go down one level at a time, as PDF/UA and WCAG ask: "###" straight below a section
-- becomes the next level, without a number and outside the contents. Word keeps the level as it
-- was written, because its contents list every heading of the first two.
local above = {}
local function one_level_at_a_time(header)
  while #above > 0 and above[#above] >= header.level do table.remove(above) end
  above[#above + 1] = header.level
  if #above < header.level and header.level > 2 then
    for _, class in ipairs({ "unnumbered", "unlisted" }) do
      if not header.classes:includes(class) then header.classes:insert(class) end
    end
  end
  header.level = #above
  return header
end

-- Typst reads these as a list, a heading or a term where they open a cell, an item or a span.
local function opens_markup(inline)
  return inline and inline.t == "Str" and (inline.text:match("^[-+=/]") or inline.text:match("^%d+%.$"))
end

local function kept_plain(element)
  -- Its text is told sooner than its parts, and most texts open no markup.
  local text = stringify(element)
  if not (text:match("^[-+=/]") or text:match("^%d+%.%D") or text:match("^%d+%.$")) then return nil end
  if not opens_markup(element.content[1]) then return nil end
  element.content:insert(1, pandoc.RawInline("typst", "#[];"))
  return element
end

-- Typst reads "1. " at the start of a bracket as a list: the dot is kept a dot.
local function plain_number(element)
  local first = element.content[1]
  local number = first and first.t == "Str" and first.text:match("^(%d+)%.$")
  if number then
    element.content[1] = pandoc.RawInline("typst", number .. "\\.")
    return element
  end
end

-- In a page the box of a finding shows its first paragraph; what stands below is folded, under words
-- that say of what. On paper and in Word it stands there open.
local function paragraphs_of(blocks)
  local found = pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    if block.t == "Div" then found:extend(paragraphs_of(block.content)) else found:insert(block) end
  end
  return found
end

local function fold_findings(blocks)
  for place, block in ipairs(blocks) do
    local above_it = blocks[place - 1]
    if block.t == "Div" and block.classes:includes("key-findings") and above_it
        and above_it.t == "Header" then
      local told = paragraphs_of(block.content)
      local words = pandoc.Inlines(above_it.content)
      while words[1] and not (words[1].t == "Str" and words[1].text:match(":$")) do words:remove(1) end
      if words[1] then words:remove(1) end
      if #told > 1 and #words > 1 then
        words:insert(1, pandoc.Str("More on"))
        local below = pandoc.Blocks({
          pandoc.RawBlock("html", '<details class="more">\n<summary>'),
          pandoc.Plain(words),
          pandoc.RawBlock("html", "</summary>"),
        })
        for number = 2, #told do below:insert(told[number]) end
        below:insert(pandoc.RawBlock("html", "</details>"))
        block.content = pandoc.Blocks({ told[1] }) .. below
      end
    end
  end
  return blocks
end

-- Every pass over the document takes time: only those that the format needs are made.
local passes = {}
if quarto then passes[#passes + 1] = { Pandoc = references } end
if not FORMAT:match("html") then passes[#passes + 1] = { Pandoc = pages } end
if FORMAT:match("typst") then passes[#passes + 1] = { Pandoc = with_what_is_signed } end
if FORMAT:match("html") then passes[#passes + 1] = { Blocks = fold_findings } end
if FORMAT:match("typst") then
  passes[#passes + 1] = { Plain = kept_plain, Para = kept_plain, Span = kept_plain }
end
passes[#passes + 1] = { Meta = Meta, Div = Div, Span = Span, Image = Image }
if FORMAT:match("typst") then
  passes[#passes + 1] = { Link = plain_number, Strong = plain_number, Emph = plain_number }
end
if not FORMAT:match("docx") then
  passes[#passes + 1] = { traverse = "topdown", Header = one_level_at_a_time }
end
return passes
