-- Prints as JSON what a person sees in Neovim: the findings, a hover, the titles of fixes, what one of them makes.

local function until_true(what, get)
  if not vim.wait(15000, get, 50) then error('timed out: ' .. what) end
end

local ok, problem = pcall(function()
  local seen = { filetype = vim.bo.filetype }
  until_true('findings', function() return #vim.diagnostic.get(0) > 0 end)
  seen.findings = vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0))
  local line = vim.fn.search('fs s3 {') - 1
  local params = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = 6 } }
  local answer = vim.lsp.buf_request_sync(0, 'textDocument/hover', params, 15000)
  for _, one in pairs(answer) do seen.hover = one.result.contents.value end
  params.range = { start = params.position, ['end'] = params.position }
  params.context = { diagnostics = {}, only = { 'quickfix' } }
  seen.actions = {}
  for _, one in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 15000)) do
    for _, action in ipairs(one.result) do
      table.insert(seen.actions, action.title)
      if action.title == 'Use the aws-s3 driver' then vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16') end
    end
  end
  seen.line = vim.fn.getline(line + 1)
  io.stdout:write('SEEN ' .. vim.json.encode(seen) .. '\n')
end)
if not ok then io.stdout:write(tostring(problem) .. '\n') end
vim.cmd('qa!')
