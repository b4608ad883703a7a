/** A drawing that is not saved yet, kept on the device for the account that made it: nothing in it is about a person. */

const keyOf = (username) => `anttmap.drawing.${username}`

/** @param {Storage|undefined} storage @param {string} username */
export function createDrawDraft(storage, username) {
  const attempt = (work) => {
    try {
      return work()
    } catch {
      // A full or forbidden storage must not stop the hand that draws.
      return null
    }
  }
  return {
    /** @param {object} draft id, kind, target, drawing, values */
    keep: (draft) => attempt(() => storage.setItem(keyOf(username), JSON.stringify(draft))),
    /** @returns {object|null} what was kept and can be read */
    read() {
      const draft = attempt(() => JSON.parse(storage.getItem(keyOf(username)) ?? 'null'))
      return draft?.id && draft.drawing?.rings?.length ? draft : null
    },
    forget: () => attempt(() => storage.removeItem(keyOf(username))),
  }
}
