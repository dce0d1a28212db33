-- Gives every table the same calm shape: widths from its content, a head for each row, totals
-- set apart, and on a screen a region that scrolls sideways and can be reached by keyboard.
--
-- Runs in Quarto (before its own filters) and in the embedded renderer.

local stringify = pandoc.utils.stringify
local LINE = 112 -- characters on a line of an upright page, at the size of table text

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

-- Width that a cell would like and the least that it can bear, in characters.
local function wants(cell)
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
    local verdict = text:match("^[▲▼●◇○]") and length <= 26
    like = math.max(like, length, pictures)
    least = math.max(least, verdict and length + 1 or longest_word(text), pictures)
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
  for _, row in ipairs(rows_of(tbl)) do
    if #row.cells == #tbl.colspecs then
      for column, cell in ipairs(row.cells) do
        local a, b = wants(cell)
        like[column] = math.max(like[column], a)
        least[column] = math.max(least[column], b)
      end
    end
  end
  -- Each column gets its least; what is left goes where the wishes are. Long text counts with the
  -- root of its length, so that one long cell does not starve the rest.
  local weight, base, wishes = {}, 0, 0
  for column = 1, #like do
    local wish = like[column] <= 24 and like[column] or 24 + 3.2 * math.sqrt(like[column] - 24)
    least[column] = math.min(least[column], 30) + 3
    like[column] = math.max(wish + 3 - least[column], 0) + 1
    base, wishes = base + least[column], wishes + like[column]
  end
  local left = math.max(LINE - base, 0)
  local total = 0
  for column = 1, #like do
    weight[column] = least[column] + left * like[column] / wishes
    total = total + weight[column]
  end
  for column = 1, #weight do
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

local function Table(tbl)
  if not tbl.classes:includes("keep-widths") then
    local found = widths(tbl)
    for column, spec in ipairs(tbl.colspecs) do
      -- A browser lays a table out better than we can: widths are for paper.
      tbl.colspecs[column] = { spec[1], (not FORMAT:match("html")) and found[column] or nil }
    end
  end
  set_totals_apart(tbl)
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
    return tbl
  end
  return tbl
end

return { { traverse = "topdown", Table = Table } }
