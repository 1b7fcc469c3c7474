-- Dovecot configuration in Neovim 0.7 or newer: `require` or `:source` this file.
-- `dovecot-language-server` must be on the PATH.

vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  pattern = { 'dovecot*.conf', '*/dovecot/*.conf', '*.conf.ext' },
  callback = function() vim.bo.filetype = 'dovecot' end,
})

local function folder_of(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  for _, mark in ipairs({ '.dovelint.yaml', '.git', 'dovecot.conf' }) do
    local found = vim.fn.findfile(mark, path .. ';')
    if found == '' then found = vim.fn.finddir(mark, path .. ';') end
    if found ~= '' then return vim.fn.fnamemodify(found, ':p:h'):gsub('/%.git$', '') end
  end
  return vim.fn.fnamemodify(path, ':p:h')
end

-- Neovim 0.8 finds a running server by itself.
local clients = {}
local function start(config, buffer)
  if vim.lsp.start then return vim.lsp.start(config, { bufnr = buffer }) end
  clients[config.root_dir] = clients[config.root_dir] or vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(buffer, clients[config.root_dir])
end

vim.api.nvim_create_autocmd('FileType', {
  -- YAML, because Dovecot's configuration may be inside; elsewhere the server says nothing.
  pattern = { 'dovecot', 'yaml', 'helm' },
  callback = function(event)
    local root = folder_of(event.buf)
    start({
      name = 'dovecot',
      cmd = { 'dovecot-language-server', '--stdio' },
      root_dir = root,
      -- settings = { dovecot = { target = 'pro-3.1', profile = 'recommended' } },
    }, event.buf)
  end,
})
