'use strict';
// Stands in for VS Code's native logger. `exports.x =` and not `module.exports =`: names are found by a lexer.
const fs = require('fs');
const path = require('path');
const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_kind, _name, file) {
    this.level = 2;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.fd = fs.openSync(file, 'a');
  }
  write(level, message) {
    if (level < this.level || !this.fd) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, 23);
    fs.writeSync(this.fd, `${time} [${NAMES[level]}] ${message}\n`);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {
    if (this.fd) fs.closeSync(this.fd);
    this.fd = 0;
  }
}
[['trace'], ['debug'], ['info'], ['warn'], ['error'], ['critical']].forEach(([method], level) => {
  Logger.prototype[method] = function (message) {
    this.write(level, message);
  };
});

async function create(name, file) {
  return new Logger('rotating', name, file);
}
exports.version = 0;
exports.setLevel = function () {};
exports.setFlushOn = function () {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
