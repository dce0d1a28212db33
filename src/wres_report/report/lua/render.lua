-- Writes out for one format what crossref.lua prepared, in the shape that Quarto gives it:
-- the same anchors, classes and captions, so that one set of styles serves both.

local stringify = pandoc.utils.stringify
local NAMES = { fig = "Figure", tbl = "Table" }
-- Quarto ends the identifier of a caption with this.
local CAPTION = "-caption-0ceaefa1-69ba-4598-a22c-09a6ac19f8ca"

local function escaped(text)
  return (text:gsub("\\", "\\\\"):gsub('"', '\\"'))
end

local function alternative(image)
  local alt = image.attributes["fig-alt"] or image.attributes["alt"]
  if not alt or alt == "" then alt = stringify(image.caption) end
  return alt
end

local function Image(image)
  -- The filter of the slides has put it where pandoc's writer looks for it.
  if FORMAT:match("pptx") then return nil end
  local alt = alternative(image)
  image.attributes["fig-alt"], image.attributes["alt"] = nil, nil
  if FORMAT:match("typst") then
    -- pandoc's Typst writer leaves the text alternative out.
    local parts = { '"' .. escaped(image.src) .. '"', 'alt: "' .. escaped(alt) .. '"' }
    for _, side in ipairs({ "width", "height" }) do
      local size = image.attributes[side]
      if size then
        parts[#parts + 1] = side .. ": " .. (tonumber(size) and (tonumber(size) / 96 .. "in") or size:gsub("px$", "pt"))
      end
    end
    return pandoc.RawInline("typst", "#box(image(" .. table.concat(parts, ", ") .. "))")
  end
  image.caption = alt ~= "" and pandoc.Inlines({ pandoc.Str(alt) }) or pandoc.Inlines({})
  return image
end

local function labelled(div, inlines)
  local text = pandoc.Inlines({
    pandoc.Str(NAMES[div.attributes.kind] .. "\u{a0}" .. div.attributes.number .. ":"),
    pandoc.Space(),
  })
  text:extend(inlines)
  return text
end

local function caption_of(div)
  return pandoc.utils.blocks_to_inlines(div.content[2].content)
end

local function float_html(div)
  local kind, id = div.attributes.kind, div.identifier
  local top = kind == "tbl"
  local place = top and "top" or "bottom"
  local caption = pandoc.Blocks({
    pandoc.RawBlock("html", string.format(
      '<figcaption class="quarto-float-caption-%s quarto-float-caption quarto-float-%s" id="%s%s">',
      place, kind, id, CAPTION)),
    pandoc.Plain(labelled(div, caption_of(div))),
    pandoc.RawBlock("html", "</figcaption>"),
  })
  local content = div.content[1].content:walk({
    Table = function(tbl)
      tbl.attributes["aria-labelledby"] = id .. CAPTION
      return tbl
    end,
    Div = function(inner)
      if inner.classes:includes("table-scroll") then
        inner.attributes["aria-label"] = nil
        inner.attributes["aria-labelledby"] = id .. CAPTION
        return inner
      end
    end,
  })
  local blocks = pandoc.Blocks({
    pandoc.RawBlock("html", '<figure class="quarto-float quarto-float-' .. kind .. '">'),
  })
  if top then blocks:extend(caption) end
  blocks:insert(pandoc.Div(content, pandoc.Attr("", {}, { ["aria-describedby"] = id .. CAPTION })))
  if not top then blocks:extend(caption) end
  blocks:insert(pandoc.RawBlock("html", "</figure>"))
  return pandoc.Div(blocks, pandoc.Attr(id, { "quarto-float", "quarto-figure", "quarto-figure-center" }))
end

local function float_typst(div)
  local kind = div.attributes.kind
  local place = kind == "tbl" and "top" or "bottom"
  local blocks = pandoc.Blocks({ pandoc.RawBlock("typst", "#figure([") })
  blocks:extend(div.content[1].content)
  blocks:insert(pandoc.RawBlock("typst", "], caption: figure.caption(position: " .. place .. ", ["))
  blocks:insert(pandoc.Plain(caption_of(div)))
  blocks:insert(pandoc.RawBlock("typst",
    ']), kind: "quarto-float-' .. kind .. '", supplement: "' .. NAMES[kind] .. '")<'
    .. div.identifier .. ">"))
  return blocks
end

local function styled(blocks, style)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

local function float_docx(div)
  local caption = pandoc.Para(labelled(div, caption_of(div)))
  local content = div.content[1].content
  local blocks = pandoc.Blocks({})
  if div.attributes.kind == "tbl" then
    blocks:insert(styled({ caption }, "Table Caption"))
    blocks:extend(content)
  else
    blocks:insert(styled(content, "Captioned Figure"))
    blocks:insert(styled({ caption }, "Image Caption"))
  end
  return pandoc.Div(blocks, pandoc.Attr(div.identifier))
end

local function Div(div)
  if div.classes:includes("wres-float") then
    if FORMAT:match("html") then return float_html(div) end
    if FORMAT:match("typst") then return float_typst(div) end
    return float_docx(div)
  end
  if div.classes:includes("wres-pagebreak") then
    if FORMAT:match("html") then
      return pandoc.RawBlock("html", '<div style="page-break-after: always;"></div>')
    elseif FORMAT:match("typst") then
      return pandoc.RawBlock("typst", "#pagebreak(weak: true)")
    end
    return pandoc.RawBlock("openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
  end
end

return { { Image = Image }, { Div = Div } }
