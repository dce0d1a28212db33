-- Fits the text of a document beside the report, such as the slides, to a place where the report is
-- not: no links into it; and on slides no cover, and the text alternative of a picture where pandoc
-- puts it into the file. Such a document says "apart: true" in its head.
--
-- Runs in Quarto (entry point pre-ast) and in the embedded renderer.

local stringify = pandoc.utils.stringify
local slides = FORMAT:match("pptx")

-- A section is called by its name: there is nothing to follow a link to.
local function Link(link)
  if link.target:sub(1, 1) == "#" then return link.content end
end

-- pandoc describes a picture by its title, and would print its caption below it.
local function Image(image)
  local alt = image.attributes["fig-alt"]
  if not alt or alt == "" then alt = stringify(image.caption) end
  image.title, image.caption = alt, pandoc.Inlines({})
  image.attributes["fig-alt"] = nil
  return image
end

local function Pandoc(doc)
  if not doc.meta.apart then return nil end
  if not slides then return doc:walk({ Link = Link }) end
  -- pandoc makes a slide of its own of any of these.
  for _, name in ipairs({ "title", "subtitle", "author", "date" }) do doc.meta[name] = nil end
  return doc:walk({ Link = Link, Image = Image })
end

return { { Pandoc = Pandoc } }
