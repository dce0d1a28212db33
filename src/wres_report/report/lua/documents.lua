-- Writes every wanted format of a report in one process: pandoc lua documents.lua REQUEST.json
--
-- The text is read and numbered once, and what the formats have in common is done once. The request:
--   text        the markdown file
--   metadata    of the document, as JSON in a string; what the text itself declares does not count
--   guard       the filter that refuses what may not stand in a report, before all others
--   shared      filters whose result does not depend on the format, in order
--   filters     filters that are run for each format, in order
--   formats     any of "pdf" (writes report.typ), "docx" (report.docx), "html" (report.html),
--               "pptx" (slides.pptx), "summary" (summary.typ)
--   styles      addresses of the style sheets of the page

local WRITERS = {
  pdf = { to = "typst", file = "report.typ", template = "typst/report.typ" },
  summary = { to = "typst", file = "summary.typ", template = "typst/summary.typ" },
  docx = {
    to = "docx", file = "report.docx",
    options = {
      reference_doc = "reference.docx", table_of_contents = true, toc_depth = 2,
      number_sections = true,
    },
  },
  pptx = {
    to = "pptx", file = "slides.pptx",
    options = { reference_doc = "reference.pptx", slide_level = 1 },
  },
  html = {
    to = "html5", file = "report.html", template = "html/report.html",
    options = {
      table_of_contents = true, toc_depth = 2, number_sections = true, section_divs = true,
      html_math_method = "mathml",
    },
  },
}

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local content = file:read("a")
  file:close()
  return content
end

local function write_file(path, content)
  local file = assert(io.open(path, "wb"))
  assert(file:write(content))
  file:close()
end

local function filtered(document, paths)
  for _, path in ipairs(paths) do document = pandoc.utils.run_lua_filter(document, path) end
  return document
end

local function read_document(request)
  local document = pandoc.read(read_file(request.text), "markdown")
  -- Values are read as markdown, as those of a metadata file are.
  local block = "---\n" .. request.metadata .. "\n---\n"
  document.meta = pandoc.read(block, "markdown").meta
  return document
end

local function template_of(writer)
  if writer.template then
    return pandoc.template.compile(read_file(writer.template), writer.template)
  end
  -- A writer without a template would leave the cover out.
  return pandoc.template.compile(pandoc.template.default(writer.to))
end

local function write_document(document, writer, request)
  local options = pandoc.WriterOptions(writer.options or {})
  options.wrap_text = "wrap-none"
  options.highlight_method = "none" -- as the project file says
  options.variables = { css = request.styles }
  options.template = template_of(writer)
  local written = pandoc.write(document, writer.to, options)
  local is_text = not writer.options or not writer.options.reference_doc
  write_file(writer.file, written .. (is_text and written:sub(-1) ~= "\n" and "\n" or ""))
end

local request = pandoc.json.decode(read_file(arg[1]), false)
-- Filters ask for the format; those that are shared must not.
FORMAT = "json"
local document = filtered(filtered(read_document(request), { request.guard }), request.shared)
for _, name in ipairs(request.formats) do
  local writer = WRITERS[name]
  FORMAT = writer.to
  write_document(filtered(document, request.filters), writer, request)
end
