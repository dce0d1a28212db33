-- Writes figures and tables for Word as a caption and what it names, one below the other, and lets
-- those of a PDF keep the distance that the template gives them.
--
-- In Word Quarto would put each into a table of its own: the heads of tables would no longer repeat
-- on the next page, figures would lose their alignment, and a screen reader would read a table
-- within a table. Runs in Quarto only (entry point pre-render); elsewhere it does nothing.

if not quarto then return {} end

local function styled(blocks, style)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

local function FloatRefTarget(float)
  if not FORMAT:match("docx") then return nil end
  quarto.doc.crossref.decorate_caption_with_crossref(float)
  local caption = pandoc.Para(quarto.utils.as_inlines(float.caption_long))
  local content = quarto.utils.as_blocks(float.content)
  local blocks = pandoc.Blocks({})
  if float.identifier:match("^tbl%-") then
    blocks:insert(styled({ caption }, "Table Caption"))
    blocks:extend(content)
  else
    content = content:walk({ Image = function(image)
      local alt = image.attributes["fig-alt"]
      if alt then
        image.caption = pandoc.Inlines({ pandoc.Str(alt) })
        image.attributes["fig-alt"] = nil
      end
      return image
    end })
    blocks:insert(styled(content, "Captioned Figure"))
    blocks:insert(styled({ caption }, "Image Caption"))
  end
  return pandoc.Div(blocks, pandoc.Attr(float.identifier))
end

-- Typst would make blocks of a cell of a notebook and of what it gave, and a figure in them would
-- have the distance of a block from its neighbours. What has a label of its own keeps its block.
local function Div(div)
  local cell = div.classes:includes("cell") or div.classes:includes("cell-output-display")
  if FORMAT:match("typst") and cell and div.identifier == "" then return div.content end
end

return { { FloatRefTarget = FloatRefTarget }, { Div = Div } }
