-- Gives every table the same calm shape: widths from its content, a head for each row, totals
-- set apart, and on a screen a region that scrolls sideways and can be reached by keyboard.
--
-- Runs in Quarto (entry point pre-render, when variables have become words) and in the embedded renderer.

-- On a slide the table keeps the widths it was written with.
if FORMAT:match("pptx") then return {} end

local stringify = pandoc.utils.stringify
-- Characters on a line of an upright page, at the size of table text; and beside each column.
local LINE = { typst = 105, docx = 92 }
local PAD = 2.4
-- On a screen, the width of a table whose columns were given widths; and more for each beyond five.
local SCREEN, PER_COLUMN = 52, 9

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

local function has_picture(tbl)
  local found = false
  tbl:walk({ Image = function() found = true end })
  return found
end

-- The text of a block without the alternatives of its pictures, which take no room; and the
-- characters that its pictures take.
local function without_pictures(block)
  local pictures = 0
  local text = stringify(block:walk({ Image = function(image)
    pictures = pictures + picture_width(image)
    return {}
  end }))
  return text, pictures
end

-- Widths of a cell in characters: what it must have (its longest word), what it should have (short
-- text on one line) and what it would like (all of it on one line).
local function wants(cell, head, illustrated)
  local must, should, like = 0, 0, 0
  for _, block in ipairs(cell.contents) do
    local text, pictures = nil, 0
    if illustrated then
      text, pictures = without_pictures(block)
    else
      text = stringify(block)
    end
    local length = utf8.len(text) or #text
    local verdict = text:match("^▲") or text:match("^▼") or text:match("^●")
      or text:match("^◇") or text:match("^○")
    local whole = (verdict and length <= 24) or (length <= 11 and not head)
    local word = math.max(longest_word(text), pictures)
    must = math.max(must, word)
    should = math.max(should, whole and length or word)
    like = math.max(like, length, pictures)
  end
  return must, should, like
end

local function rows_of(tbl)
  local rows = pandoc.List({})
  rows:extend(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do
    rows:extend(body.head)
    rows:extend(body.body)
  end
  rows:extend(tbl.foot.rows)
  return rows
end

-- Calls visit(cell, column, row number) for every cell, with the column that it stands in: a cell
-- that spans rows moves those below it to the right.
local function each_cell(tbl, visit)
  local taken = {}
  for number, row in ipairs(rows_of(tbl)) do
    local column = 1
    for _, cell in ipairs(row.cells) do
      while (taken[column] or 0) >= number do column = column + 1 end
      visit(cell, column, number)
      for within = column, column + cell.col_span - 1 do
        taken[within] = number + cell.row_span - 1
      end
      column = column + cell.col_span
    end
  end
end

-- Share out what is left of a line in proportion to what each column still wants.
local function grant(width, wanted, left)
  local missing = 0
  for column = 1, #width do missing = missing + math.max(wanted[column] - width[column], 0) end
  local share = missing > 0 and math.min(left / missing, 1) or 0
  for column = 1, #width do
    width[column] = width[column] + share * math.max(wanted[column] - width[column], 0)
  end
  return left - share * missing
end

-- Measures every cell once: the widths that each column wants, and the length of the longest text
-- of each row.
local function measure(tbl)
  local must, should, like, tallest = {}, {}, {}, {}
  for column = 1, #tbl.colspecs do must[column], should[column], like[column] = 3, 3, 3 end
  local heads, illustrated = #tbl.head.rows, has_picture(tbl)
  each_cell(tbl, function(cell, column, number)
    local head = number <= heads
    local a, b, c = wants(cell, head, illustrated)
    tallest[number] = math.max(tallest[number] or 0, c)
    if cell.col_span > 1 then return end
    -- What spans several rows has their height for its text.
    c = c / math.sqrt(cell.row_span)
    local bold = head and 1.12 or 1
    must[column] = math.max(must[column], a * bold)
    should[column] = math.max(should[column], b * bold)
    like[column] = math.max(like[column], c * bold)
  end)
  return must, should, like, tallest
end

-- Shares of the width of a page for the columns, from what they want.
local function widths(tbl, must, should, like)
  local word = FORMAT:match("docx")
  local line = word and LINE.docx or LINE.typst
  local head = tbl.head.rows[1]
  if head and head.cells[1] and head.cells[1].attr.classes:includes("wide-table") then
    line = line * 1.5
  end
  if #like >= 7 then line = line * (word and 1.14 or 1.03) end -- such tables have smaller text
  local width, total = {}, 0
  for column = 1, #like do
    -- Long text counts with the root of its length, so that it does not starve the rest.
    local wish = like[column] <= 24 and like[column] or 24 + 3.2 * math.sqrt(like[column] - 24)
    width[column] = math.min(must[column], 30) + PAD
    should[column] = math.min(should[column], 30) + PAD
    like[column] = wish + PAD
    total = total + width[column]
  end
  local left = math.max(line - total, 0)
  left = grant(width, should, left)
  left = grant(width, like, left)
  total = 0
  for column = 1, #width do total = total + width[column] end
  for column = 1, #width do
    width[column] = math.floor(1000 * width[column] / total) / 1000
  end
  return width
end

local function set_in_bold(row)
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

-- A cell that starts with the shape of a verdict gets its colour too; its words say the same.
local SHAPES = {
  ["▲"] = { "verdict-worse", "Word Red" }, ["▼"] = { "verdict-better", "Word Green" },
  ["●"] = { "verdict-none", "Word Blue" }, ["◇"] = { "verdict-few", "Word Grey" },
  ["○"] = { "verdict-missing", "Word Grey" }, ["◆"] = { "verdict-seats", "Word Grey" },
}

local function shape_of(text)
  return SHAPES[text:match("^[%z\1-\127\194-\244][\128-\191]*")]
end

local function colour_verdict(cell)
  local block = cell.contents[1]
  local first = block and block.t == "Plain" and block.content[1]
  local shape = first and first.t == "Str" and shape_of(first.text)
  if not shape or #cell.contents > 1 then return end
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

-- Sets totals apart and colours verdicts. It looks at the rows of a copy, because only what was
-- read from the table itself is written back into it, and that takes time.
local function mark_rows(tbl)
  for number, body in ipairs(tbl:clone().bodies) do
    for place, row in ipairs(body.body) do
      for column, cell in ipairs(row.cells) do
        local text = stringify(cell)
        local total = column == 1
          and (text:match("^Total") or text:match("^All ") or text == "All")
        if total and not row.attr.classes:includes("entry") then
          set_in_bold(tbl.bodies[number].body[place])
        end
        if shape_of(text) then colour_verdict(tbl.bodies[number].body[place].cells[column]) end
      end
    end
  end
end

-- A row stays on one page, unless it is so tall that it might not fit on any: then its cells may
-- break, and so may a cell that spans rows, between them.
local function let_tall_cells_break(tbl, tallest)
  local breaks = {}
  each_cell(tbl:clone(), function(cell, _, number)
    if tallest[number] > 900 or cell.row_span > 1 then breaks[number] = true end
  end)
  if not next(breaks) then return end
  for number, row in ipairs(rows_of(tbl)) do
    for _, cell in ipairs(breaks[number] and row.cells or {}) do
      if tallest[number] > 900 or cell.row_span > 1 then
        cell.attr.attributes["typst:breakable"] = "auto"
      end
    end
  end
end

local function given_widths(tbl)
  local given = {}
  for column, spec in ipairs(tbl.colspecs) do given[column] = spec[2] end
  return given
end

-- On a small screen each row of the summary, and each action of a plan, is a card; its cells then
-- carry the heads of their columns.
local function heads_for_cards(tbl)
  local names = {}
  local row = tbl.head.rows[1]
  local last = row and row.cells[#row.cells]
  if not last then return names end
  if stringify(last) == "Verdict" then tbl.classes:insert("cards") end
  if not tbl.classes:includes("cards") then return names end
  for column, cell in ipairs(row.cells) do names[column] = stringify(cell) end
  return names
end

-- What a reader of the page hears and can do: heads of columns and rows, and a region that scrolls.
local function for_screens(tbl, given)
  for column, spec in ipairs(tbl.colspecs) do
    -- A browser lays a table out better than we can: widths are for paper.
    tbl.colspecs[column] = { spec[1], nil }
  end
  for _, body in ipairs(tbl.bodies) do
    body.row_head_columns = math.max(body.row_head_columns, 1)
  end
  local heads, names = #tbl.head.rows, heads_for_cards(tbl)
  each_cell(tbl, function(cell, column, number)
    if number > heads and column > 1 then
      cell.attr.attributes["data-label"] = names[column]
    end
    if number <= heads then
      cell.attr.attributes.scope = "col"
      if given[column] then
        -- At least this wide; the table scrolls where the window is narrower. The first column
        -- stays in view while it does, so it must leave room for the others.
        local width = given[column] * (SCREEN + PER_COLUMN * math.max(#tbl.colspecs - 5, 0))
        cell.attr.attributes.style = string.format("min-width: %.1frem",
          column == 1 and math.min(width, 10) or width)
      end
    elseif column == 1 then
      cell.attr.attributes.scope = (cell.row_span > 1 or cell.col_span > 1) and "rowgroup" or "row"
    end
  end)
  return pandoc.Div({ tbl }, pandoc.Attr("", { "table-scroll" }, {
    { "tabindex", "0" }, { "role", "region" }, { "aria-label", "Table, scrolls sideways" },
  }))
end

-- Whether every column has room for its longest word.
local function has_room(given, must)
  local line = (FORMAT:match("docx") and LINE.docx * 1.14 or LINE.typst * 1.03)
  for column, width in ipairs(given) do
    if must[column] > width * line then return false end
  end
  return true
end

local function for_paper(tbl, given)
  local must, should, like, tallest = measure(tbl:clone())
  if given and tbl.classes:includes("keep-widths-on-paper") and not has_room(given, must) then
    given = nil
  end
  local found = given or widths(tbl, must, should, like)
  for column, spec in ipairs(tbl.colspecs) do tbl.colspecs[column] = { spec[1], found[column] } end
  if FORMAT:match("typst") then
    tbl.classes:insert("typst:no-figure")
    let_tall_cells_break(tbl, tallest)
  end
end

local function Table(tbl)
  local html = FORMAT:match("html")
  local keeps = tbl.classes:includes("keep-widths")
    or not html and tbl.classes:includes("keep-widths-on-paper")
  local given = keeps and given_widths(tbl)
  if html then
    mark_rows(tbl)
    -- Not again: the table stands within what is returned.
    return for_screens(tbl, given or {}), false
  end
  for_paper(tbl, given)
  mark_rows(tbl)
  return tbl
end

-- The tables on turned pages are plans, of which each row is an action.
local function Div(div)
  if not FORMAT:match("html") then return nil end
  if not (div.classes:includes("wide") or div.classes:includes("landscape")) then return nil end
  return div:walk({
    Table = function(tbl)
      tbl.classes:insert("cards")
      return tbl
    end,
  })
end

return { { traverse = "topdown", Div = Div, Table = Table } }
