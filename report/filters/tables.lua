-- Gives every table the same calm shape: widths from its content, a head for each row, totals
-- set apart, and on a screen a region that scrolls sideways and can be reached by keyboard.
--
-- Runs in Quarto (before its own filters) and in the embedded renderer.

local stringify = pandoc.utils.stringify
-- Characters on a line of an upright page, at the size of table text; and beside each column.
local LINE = { typst = 114, docx = 92 }
local PAD = 2.4

local function longest_word(text)
  local longest = 0
  for word in text:gmatch("[^%s%-/]+") do
    longest = math.max(longest, utf8.len(word) or #word)
  end
  return longest
end

-- Characters that a picture takes, from its width.
local function picture_width(image)
  local number, unit = (image.attributes.width or ""):match("^([%d.]+)(%a+)$")
  local per_unit = { ["in"] = 17, cm = 6.7, mm = 0.67, px = 0.18, pt = 0.24 }
  return number and per_unit[unit] and tonumber(number) * per_unit[unit] or 24
end

-- Width that a cell would like and the least that it can bear, in characters. Short text stays on
-- one line, except in the head.
local function wants(cell, head)
  local like, least = 0, 0
  for _, block in ipairs(cell.contents) do
    local pictures = 0
    local text = stringify(block:walk({ Image = function(image)
      -- The text alternative of a picture takes no room.
      pictures = pictures + picture_width(image)
      return {}
    end }))
    local length = utf8.len(text) or #text
    -- A verdict starts with its shape and stays on one line.
    local verdict = text:match("^▲") or text:match("^▼") or text:match("^●")
      or text:match("^◇") or text:match("^○")
    local whole = (verdict and length <= 24) or (length <= 11 and not head)
    like = math.max(like, length, pictures)
    least = math.max(least, whole and length or longest_word(text), pictures)
  end
  return like, least
end

local function rows_of(tbl)
  local rows = pandoc.List({})
  rows:extend(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do rows:extend(body.body) end
  rows:extend(tbl.foot.rows)
  return rows
end

local function widths(tbl)
  local like, least = {}, {}
  for column = 1, #tbl.colspecs do like[column], least[column] = 3, 3 end
  for index, row in ipairs(rows_of(tbl)) do
    if #row.cells == #tbl.colspecs then
      for column, cell in ipairs(row.cells) do
        local a, b = wants(cell, index <= #tbl.head.rows)
        local bold = index <= #tbl.head.rows and 1.12 or 1
        like[column] = math.max(like[column], a * bold)
        least[column] = math.max(least[column], b * bold)
      end
    end
  end
  -- Each column gets its least. What is left goes first where a column would like more, then to
  -- all alike. Long text counts with the root of its length, so that it does not starve the rest.
  local line = FORMAT:match("docx") and LINE.docx or LINE.typst
  if tbl.classes:includes("wide-table") then line = line * 1.5 end
  if #like >= 7 then line = line * (FORMAT:match("docx") and 1.14 or 1.06) end -- such tables have smaller text
  local base, wishes = 0, 0
  for column = 1, #like do
    local wish = like[column] <= 24 and like[column] or 24 + 3.2 * math.sqrt(like[column] - 24)
    least[column] = math.min(least[column], 30) + PAD
    like[column] = math.max(wish + PAD - least[column], 0)
    base, wishes = base + least[column], wishes + like[column]
  end
  local left = math.max(line - base, 0)
  local granted = math.min(left, wishes)
  local spare = left - granted
  local total, weight = math.max(line, base), {}
  for column = 1, #like do
    local wished = wishes > 0 and granted * like[column] / wishes or 0
    local width = least[column] + wished
    weight[column] = width + spare * width / (base + granted)
    weight[column] = math.floor(1000 * weight[column] / total) / 1000
  end
  return weight
end

local function set_totals_apart(tbl)
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      local first = row.cells[1] and stringify(row.cells[1].contents) or ""
      if first:match("^Total") or first:match("^All ") or first == "All" then
        row.attr.classes:insert("total")
        for _, cell in ipairs(row.cells) do
          cell.contents = cell.contents:walk({
            Plain = function(plain)
              if #plain.content > 0 and plain.content[1].t ~= "Strong" then
                return pandoc.Plain({ pandoc.Strong(plain.content) })
              end
            end,
          })
        end
      end
    end
  end
end

-- A cell that starts with the shape of a verdict gets its colour too; its words say the same.
local SHAPES = {
  ["▲"] = { "verdict-worse", "Word Red" }, ["▼"] = { "verdict-better", "Word Green" },
  ["●"] = { "verdict-none", "Word Blue" }, ["◇"] = { "verdict-few", "Word Grey" },
  ["○"] = { "verdict-missing", "Word Grey" },
}

local function colour_verdicts(tbl)
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      for _, cell in ipairs(row.cells) do
        local block = cell.contents[1]
        local first = block and block.t == "Plain" and block.content[1]
        local shape = first and first.t == "Str" and SHAPES[first.text:match("^[%z\1-\127\194-\244][\128-\191]*")]
        if shape and #cell.contents == 1 then
          if FORMAT:match("typst") then
            local inlines = pandoc.Inlines({ pandoc.RawInline("typst", '#wres-word("' .. shape[1] .. '")[') })
            inlines:extend(block.content)
            inlines:insert(pandoc.RawInline("typst", "]"))
            cell.contents = { pandoc.Plain(inlines) }
          elseif FORMAT:match("docx") then
            cell.contents = { pandoc.Plain({ pandoc.Span(block.content,
              pandoc.Attr("", {}, { ["custom-style"] = shape[2] })) }) }
          else
            cell.contents = { pandoc.Plain({ pandoc.Span(block.content,
              pandoc.Attr("", { "word", shape[1] })) }) }
          end
        end
      end
    end
  end
end

-- A row stays on one page, unless it is so tall that it might not fit on any.
local function keep_rows_whole(tbl)
  for _, row in ipairs(rows_of(tbl)) do
    local tallest = 0
    for _, cell in ipairs(row.cells) do
      tallest = math.max(tallest, (wants(cell)))
    end
    if tallest <= 900 then
      for _, cell in ipairs(row.cells) do
        cell.attr.attributes["typst:breakable"] = "false"
      end
    end
  end
end

local function Table(tbl)
  if not tbl.classes:includes("keep-widths") then
    local found = widths(tbl)
    for column, spec in ipairs(tbl.colspecs) do
      -- A browser lays a table out better than we can: widths are for paper.
      tbl.colspecs[column] = { spec[1], (not FORMAT:match("html")) and found[column] or nil }
    end
  end
  set_totals_apart(tbl)
  colour_verdicts(tbl)
  if FORMAT:match("html") then
    for _, body in ipairs(tbl.bodies) do
      body.row_head_columns = math.max(body.row_head_columns, 1)
    end
    -- Not again: the table stands within what is returned.
    return pandoc.Div({ tbl }, pandoc.Attr("", { "table-scroll" }, {
      { "tabindex", "0" }, { "role", "region" }, { "aria-label", "Table, scrolls sideways" },
    })), false
  elseif FORMAT:match("typst") then
    tbl.classes:insert("typst:no-figure")
    keep_rows_whole(tbl)
    return tbl
  end
  return tbl
end

return { { traverse = "topdown", Table = Table } }
