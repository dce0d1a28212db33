-- Turns a list of lists into a table whose cells hold paragraphs and lists, and may span rows.
--
--   ::: {.list-table widths="1,3"}
--   - - []{.cell .marks} Head
--     - []{.cell .marks} Head
--   - - []{.cell .marks .new-group rowspan=2} First group
--     - []{.cell .marks} …
--   :::
--
-- The first row is the head; a class that begins with "by-" marks a column of it for the page's filter.
--  `.new-group` on the first cell of a row starts a group of rows,
-- `.group-head` makes it the heading of the group. `[]{.cell}` before a paragraph is only a guard.
--
-- Runs in Quarto (entry point pre-ast) and in the embedded renderer.

local function is_guard(inline)
  return inline and inline.t == "Span" and inline.classes:includes("cell") and #inline.content == 0
end

local function without_guards(blocks)
  return blocks:walk({
    Inlines = function(inlines)
      if not is_guard(inlines[1]) then return nil end
      inlines:remove(1)
      if inlines[1] and (inlines[1].t == "Space" or inlines[1].t == "SoftBreak") then
        inlines:remove(1)
      end
      return inlines
    end,
  })
end

local function first_inline(blocks)
  local block = blocks[1]
  return block and (block.t == "Para" or block.t == "Plain") and block.content[1] or nil
end

local function cell_of(item)
  local blocks = pandoc.Blocks(item)
  local guard = first_inline(blocks)
  local marks = is_guard(guard) and guard.attr or pandoc.Attr()
  blocks = without_guards(blocks)
  if blocks[1] and (blocks[1].t == "Para" or blocks[1].t == "Plain") and #blocks[1].content == 0 then
    blocks:remove(1)
  end
  if #blocks == 1 and blocks[1].t == "Para" then
    blocks = pandoc.Blocks({ pandoc.Plain(blocks[1].content) })
  end
  local rows, columns = marks.attributes.rowspan, marks.attributes.colspan
  local kept = marks.classes:filter(function(class) return class:match("^by%-") end)
  return pandoc.Cell(blocks, pandoc.AlignDefault, tonumber(rows or 1), tonumber(columns or 1),
    pandoc.Attr("", kept)), marks
end

local function row_of(item)
  local cells, marks = pandoc.List({}), nil
  for _, block in ipairs(item) do
    if block.t == "BulletList" then
      for _, inner in ipairs(block.content) do
        local cell, its_marks = cell_of(inner)
        marks = marks or its_marks
        cells:insert(cell)
      end
    end
  end
  return pandoc.Row(cells), marks or pandoc.Attr()
end

local function new_body()
  return { attr = pandoc.Attr(), head = pandoc.List({}), body = pandoc.List({}), row_head_columns = 0 }
end

local function Div(div)
  if not div.classes:includes("list-table") then return nil end
  local list = div.content[1]
  if not list or list.t ~= "BulletList" then return nil end
  local head, bodies = nil, pandoc.List({ new_body() })
  for _, item in ipairs(list.content) do
    local row, marks = row_of(item)
    -- Not a row of figures: "All" in its first cell makes it no total.
    row.attr.classes:insert("entry")
    if not head then
      head = pandoc.TableHead({ row })
    else
      local starts = marks.classes:includes("new-group") or marks.classes:includes("group-head")
      local last = bodies[#bodies]
      if starts and #last.body + #last.head > 0 then
        bodies:insert(new_body())
      end
      local rows = marks.classes:includes("group-head") and bodies[#bodies].head or bodies[#bodies].body
      rows:insert(row)
    end
  end
  local colspecs, total, widths = pandoc.List({}), 0, {}
  for width in (div.attributes.widths or ""):gmatch("[%d.]+") do
    widths[#widths + 1] = tonumber(width)
    total = total + tonumber(width)
  end
  for column, _ in ipairs(head.rows[1].cells) do
    colspecs:insert({ pandoc.AlignLeft, widths[column] and widths[column] / total or nil })
  end
  local classes = pandoc.List(#widths > 0 and { "keep-widths" } or {})
  return pandoc.Table(pandoc.Caption(), colspecs, head, bodies, pandoc.TableFoot(),
    pandoc.Attr("", classes))
end

return { { Div = Div } }
