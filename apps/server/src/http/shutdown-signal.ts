import { Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Tells answers that have no end of their own when the server is about to end: before it waits for those under way. */
@Injectable()
export class ShutdownSignal implements OnModuleDestroy {
  readonly #controller = new AbortController();

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  onModuleDestroy(): void {
    this.#controller.abort();
  }
}
