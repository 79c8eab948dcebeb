// What has been answered, kept on disk line by line, so that a client that was killed goes on where it was.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export class Journal {
  #file;
  #answers = new Map();

  constructor(file) {
    this.#file = file;
    if (!existsSync(file)) return;
    const content = readFileSync(file, 'utf8');
    if (content !== '' && !content.endsWith('\n')) appendFileSync(file, '\n');
    for (const line of content.split('\n')) {
      try {
        const answer = JSON.parse(line);
        this.#answers.set(answer.commandId, answer);
      } catch {
        // The last line, cut short by a kill: its command is sent again, and gets the answer that it got before.
      }
    }
  }

  has(commandId) {
    return this.#answers.has(commandId);
  }

  add(answer) {
    if (this.has(answer.commandId)) return;
    appendFileSync(this.#file, `${JSON.stringify(answer)}\n`);
    this.#answers.set(answer.commandId, answer);
  }

  /** The answers to those of these commands that were refused. */
  refused(commandIds) {
    return commandIds.map((id) => this.#answers.get(id)).filter((answer) => answer?.rejection);
  }
}
