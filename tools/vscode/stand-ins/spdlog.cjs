// Stands in for @vscode/spdlog, which needs a compiler: VS Code's log files, written plainly.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const infoLevel = 2;
const nothing = () => {};

class Logger {
  constructor(file) {
    this.file = file;
    for (const level of ['info', 'warn', 'error', 'critical']) this[level] = (message) => this.append(level, message);
    for (const method of ['trace', 'debug', 'setLevel', 'setPattern', 'clearFormatters', 'flush', 'drop']) {
      this[method] = nothing;
    }
  }

  append(level, message) {
    try {
      appendFileSync(this.file, `${new Date().toISOString()} [${level}] ${message}\n`);
    } catch {
      // The folder is removed while the last processes still end.
    }
  }

  getLevel() {
    return infoLevel;
  }
}

async function createLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

// One by one: that is how an ES module's import finds the names of a CommonJS one.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = nothing;
exports.setFlushOn = nothing;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
