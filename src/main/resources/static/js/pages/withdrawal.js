import { ApiProblem } from '../api/http.js'
import { isUndoable } from '../model/queue.js'
import { withdrawalNote } from '../ui/withdrawalnote.js'

/**
 * Taking a record back: through the queue like a save, so that it can be asked for without a network.
 * @param {object} page t, messages, field, panel, addMark, reload, isOnline
 * @param {{show: (id: string) => void}} options show: draws the panel of this incident anew
 */
export function createWithdrawal(page, { show }) {
  const { t, messages } = page
  /** Key of the withdrawal that is being compared: it is asked once, however it came up. */
  let comparing = null

  /** @param {Awaited<ReturnType<typeof page.field.withdraw>>} outcome */
  async function tell(id, { kind, incident, item }) {
    if (kind === 'sent') {
      page.addMark(incident)
      messages.success(t('incident.withdrawnDone'))
    }
    if (kind === 'kept') messages.success(t(page.isOnline() ? 'incident.withdrawKeptSending' : 'incident.withdrawKept'))
    if (kind === 'conflict') return settle(item)
    if (kind === 'sent') await page.reload()
    // Where it was refused, the note over the facts says why.
    show(id)
    page.panel.toTop()
  }

  /** Somebody else was faster: the person decides, with both versions in sight. */
  async function settle(item) {
    if (comparing === item.key) return
    comparing = item.key
    const choice = await page.field.compare(item).finally(() => (comparing = null))
    if (choice === 'mine') return tell(item.incidentId, await page.field.outcome(item.incidentId))
    if (choice === 'theirs') messages.info(t('conflict.keptTheirs'))
    show(item.incidentId)
    page.panel.toTop()
  }

  return {
    /**
     * @param {object} incident as it is on view @param {string|null} etag of that version
     * @param {string|null} reason needed where it is closed
     */
    async withdraw(incident, etag, reason) {
      if (await page.field.discardUnsent(incident)) return page.panel.close()
      const known = Number.isFinite(incident.version) ? `"${incident.version}"` : null
      try {
        await tell(incident.id, await page.field.withdraw(incident, etag ?? known, reason))
      } catch (error) {
        if (error.name === 'NotKept') throw new ApiProblem({ status: 507, detail: t('incident.withdrawNotKept') })
        throw error
      }
    },
    /** @returns {Node|null} what stands over the facts while a withdrawal of this incident waits */
    note(id) {
      const item = page.field.withdrawalOf(id)
      if (!item) return null
      return withdrawalNote({ t }, item, { onUndo: () => page.field.undoWithdrawal(item), onCompare: () => settle(item) })
    },
    /** @returns {Array|null} what the note and the lock come from, to be compared */
    look(id) {
      const item = page.field.withdrawalOf(id)
      return item && [item.key, item.state, isUndoable(item), item.problem?.detail]
    },
    /** @returns {boolean} it is about to be taken back: nothing else can be done to it */
    locks: (id) => ['waiting', 'sending', 'conflict'].includes(page.field.withdrawalOf(id)?.state),
  }
}
