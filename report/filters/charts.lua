-- Shows each chart in the form that suits its document: SVG in pages and PDFs, a picture in Word.
--
-- Beside the picture of a chart, `charts/` has its page form (.page) and its print form (.svg), by
-- the label of the figure, or by the name of the picture where it is not one of the figures.
-- Runs in Quarto (entry point pre-ast) and in the embedded renderer.

local page, paper = FORMAT:match("html"), FORMAT:match("typst")
if not page and not paper then return {} end

local function read(path)
  local inside = quarto and quarto.project and quarto.project.directory
  local file = io.open(path, "rb") or (inside and io.open(inside .. "/" .. path, "rb"))
  if not file then return nil end
  local content = file:read("a")
  file:close()
  return content
end

local function escaped(text)
  return (text:gsub("&", "&amp;"):gsub("<", "&lt;"):gsub(">", "&gt;"):gsub('"', "&quot;"))
end

local function alternative(image, known)
  local alt = image.attributes["fig-alt"] or image.attributes["alt"] or known
  if not alt or alt == "" then alt = pandoc.utils.stringify(image.caption) end
  return alt
end

-- The place of a picture in a figure, with what the chart is in this document.
local function in_figure(label, element, known)
  if not label:match("^fig%-[%w-]+$") then return nil end
  local html = page and read("charts/" .. label .. ".page")
  if page and not html then return nil end
  local function shown(image)
    return html:gsub("@alternative@", function() return escaped(alternative(image, known)) end)
  end
  local function replaced(block)
    local image = #block.content == 1 and block.content[1]
    if not image or image.t ~= "Image" then return nil end
    return pandoc.RawBlock("html", (shown(image)))
  end
  if page then return element:walk({ Para = replaced, Plain = replaced }) end
  if not read("charts/" .. label .. ".svg") then return nil end
  return element:walk({ Image = function(image)
    image.src = "charts/" .. label .. ".svg"
    return image
  end })
end

local function Div(div)
  return in_figure(div.identifier, div, div.attributes["fig-alt"])
end

-- A figure without a cell of a notebook around it: what remains is a div, as of one with a cell.
local function Figure(figure)
  local shown = in_figure(figure.identifier, figure, figure.attributes["fig-alt"])
  if not shown or not page then return shown end
  local blocks = pandoc.Blocks(shown.content)
  blocks:insert(pandoc.Para(pandoc.utils.blocks_to_inlines(shown.caption.long)))
  return pandoc.Div(blocks, pandoc.Attr(shown.identifier, shown.classes))
end

-- A small picture in a text or a cell.
local function Image(image)
  local name = image.src:match("^charts/([%w-]+)%.png$")
  if not name then return nil end
  if page then
    local html = read("charts/" .. name .. ".page")
    local alt = escaped(alternative(image))
    return html and pandoc.RawInline("html", (html:gsub("@alternative@", function() return alt end)))
  end
  if read("charts/" .. name .. ".svg") then
    image.src = "charts/" .. name .. ".svg"
    return image
  end
end

return { { Div = Div, Figure = Figure }, { Image = Image } }
