-- Turns the figures of a text into links to where they come from, in a page; elsewhere they are
-- plain text. `[31.5%]{.value key="i5.bme_percent"}` leads to the card `figure-i5.bme_percent`.
-- In a Word file each has a bookmark, by which a figure is known when reviewers send it back.
--
-- Runs in Quarto (entry point pre-ast) and in the embedded renderer, before the other filters, so
-- that these see the same words in every format.

-- What only those ask who check how a report was made stands in a div and under a heading of the
-- class `technical`: folded in a page, and on paper only where the settings want it.

local page = FORMAT:match("html")
local word = FORMAT:match("docx")
local marked = 0

-- The numbers only tell one from another: the finished file has its own.
local function with_bookmark(content, key)
  marked = marked + 1
  local id = 600000 + marked
  local inlines = pandoc.Inlines({ pandoc.RawInline("openxml", string.format(
    '<w:bookmarkStart w:id="%d" w:name="wres-value:%s"/>', id, key)) })
  inlines:extend(content)
  inlines:insert(pandoc.RawInline("openxml", string.format('<w:bookmarkEnd w:id="%d"/>', id)))
  return inlines
end

local function Span(span)
  if not span.classes:includes("value") then return nil end
  local key = span.attributes.key
  if word and key and key:match("^[%w_.-]+$") then return with_bookmark(span.content, key) end
  if not page or not key then return span.content end
  return pandoc.Link(span.content, "#figure-" .. key, "", pandoc.Attr("", { "figure" }))
end

-- A link cannot stand in a link, nor one of these in a heading, which the contents repeat.
local function without_figures(element)
  element.content = element.content:walk({ Link = function(link)
    if link.classes:includes("figure") then return link.content end
  end })
  return element
end

local function outer_link(link)
  if not link.classes:includes("figure") then return without_figures(link) end
end

local annex = false
local function Meta(meta)
  local wanted = meta.wres and meta.wres.technical_annex
  annex = wanted == true or (wanted ~= nil and pandoc.utils.stringify(wanted) == "true")
end

-- What leads to a card and says nothing besides has no place on paper.
local function Div(div)
  if div.classes:includes("page-only") then return {} end
  if div.classes:includes("technical") then return annex and div.content or {} end
end

local function Header(header)
  if header.classes:includes("technical") and not annex then return {} end
end

-- A browser folds it, and opens it by itself for whoever follows a link into it.
local function folded(div)
  if not div.classes:includes("technical") then return nil end
  local blocks = pandoc.Blocks({ pandoc.RawBlock("html",
    '<details class="technical">\n<summary>Show the technical annex</summary>') })
  blocks:extend(div.content)
  blocks:insert(pandoc.RawBlock("html", "</details>"))
  return blocks
end

if not page then
  return { { Meta = Meta }, { Div = Div, Header = Header }, { Span = Span } }
end
-- One pass, since each takes time: inside comes before outside, and words before what they stand in.
return { { Span = Span, Link = outer_link, Header = without_figures, Div = folded } }
