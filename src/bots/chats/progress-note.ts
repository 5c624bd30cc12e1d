/** A message that says how the work goes on, and goes away with the reply. */
export interface ProgressNote {
  /** Shows the words, in the place of those before. */
  show(text: string): void;
  /** Takes the message away; resolves when it is gone. */
  remove(): Promise<void>;
}

/** What a platform does for a note; a rejection is ignored, as the reply matters and the note does not. */
export interface NoteActions<Id> {
  post(text: string): Promise<Id>;
  change(id: Id, text: string): Promise<void>;
  remove(id: Id): Promise<void>;
}

/** Makes a note that is posted when there is something to show for the first time, and never after it was removed. */
export function createProgressNote<Id>({ post, change, remove }: NoteActions<Id>): ProgressNote {
  let posted: Promise<Id | undefined> | undefined;
  let isOver = false;
  return {
    show(text) {
      if (isOver) return;
      posted =
        posted === undefined
          ? post(text).catch(() => undefined)
          : posted.then(async (id) => {
              if (id !== undefined) await change(id, text).catch(() => undefined);
              return id;
            });
    },
    async remove() {
      isOver = true;
      const id = await posted;
      if (id !== undefined) await remove(id).catch(() => undefined);
    },
  };
}
