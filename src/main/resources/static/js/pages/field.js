import { getJson, whenSignInNeeded } from '../api/http.js'
import { loadIncidents } from '../api/incidents.js'
import { loadFeatures } from '../api/territory.js'
import { locateOnDevice } from '../field/areas.js'
import { asIncident, createField } from '../field/field.js'
import { toBody } from '../model/incidents.js'
import { undo, without } from '../model/queue.js'
import { resolveConflict } from '../ui/conflict.js'
import { byId, fill, h } from '../ui/dom.js'
import { icon } from '../ui/icons.js'
import { createOfflineBar } from '../ui/offlinebar.js'
import { openQueuePanel } from '../ui/queuepanel.js'
import { askBeforeSignOut } from '../ui/signout.js'

const HURRY_EVERY_MS = 15_000
const SIGN_OUT_KEY = 'anttmap.signOut'

/**
 * The page in the field: the queue with its badge, the line that says "offline", signing out, and the areas on this device.
 * @param {object} page t, format, session, messages, store, place(), getData(), reload(), marking
 * @param {{connection: object, answers: object, leaveForSignIn: () => void}} shell
 */
export function createFieldPage(page, { connection, answers, leaveForSignIn }) {
  const { t, format, session, messages } = page
  const bar = createOfflineBar({ t, format })
  const field = createField({
    account: session.username,
    confirmed: session.csrf !== null,
    isOnline: () => connection.get().online,
    onAway: connection.probe,
    onSent: tellReceipt,
    onStopped: (why) => (why === 'signIn' ? leaveForSignIn() : messages.error(t('queue.otherAccount'))),
  })
  const { store, sender } = field
  let hurriedAt = 0
  /** Withdrawals that wait, by incident, as last read. */
  let withdrawals = new Map()
  let areas = { communes: [], residential: [] }

  function tellReceipt(receipt, incident, waited) {
    if (waited) return
    const words = receipt.withdrawn ? 'queue.withdrawnLater' : 'queue.sentLater'
    messages.success(t(words, { what: receipt.names?.categoryName ?? '', id: receipt.incidentId.slice(0, 8) }))
    page.addMark(incident)
    page.reload()
  }

  const badge = h('span', { class: 'queue-count', testid: 'queue-count' })
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button queue-button',
      testid: 'queue-button',
      hidden: true,
      'aria-label': t('queue.title'),
      on: { click: openPanel },
    },
    icon('outbox'),
    badge,
  )
  fill(byId('queue'), button)

  async function showBadge() {
    const items = await field.waiting()
    const stuck = items.filter((item) => ['refused', 'conflict'].includes(item.state)).length
    badge.textContent = format.count(items.length)
    button.hidden = !session.rights.markIncidents || (!items.length && connection.get().online)
    button.classList.toggle('is-stuck', stuck > 0)
    button.setAttribute('aria-label', t(stuck ? 'queue.buttonStuck' : 'queue.button', { count: items.length, stuck }))
    // What is to be withdrawn is on the server, and still counts.
    for (const item of items) if (!item.withdraws) page.addMark(asIncident(item))
    const before = withdrawals
    withdrawals = new Map(items.filter((item) => item.withdraws).map((item) => [item.incidentId, item]))
    const id = page.store.get().selected?.replace(/^incident:/, '')
    if (before.get(id)?.state !== withdrawals.get(id)?.state) page.selection?.show()
  }

  function openPanel() {
    openQueuePanel({
      t,
      format,
      online: () => connection.get().online,
      read: async () => ({
        items: await field.waiting(),
        receipts: await store.receipts(),
        others: await store.othersCount(),
      }),
      subscribe: (listener) => store.subscribe(listener),
      countMine: async () => {
        const { incidents } = await loadIncidents({ mine: true })
        return incidents.filter((incident) => !incident.withdrawn).length
      },
      onEdit: (item) => page.marking.edit(item.incidentId),
      onDiscard: discard,
      onUndo: undoWithdrawal,
      onOpen: (item) => page.store.set({ selected: `incident:${item.incidentId}` }),
      onCompare: async (item) => (await compare(item)) === 'theirs' && messages.info(t('conflict.keptTheirs')),
      onSendNow: () => sender.hurry(),
      onSave: saveFile,
    })
  }

  async function discard(item) {
    await store.apply((items) => without(items, item.incidentId))
    page.addMark({ ...asIncident(item), withdrawn: true })
    page.reload()
  }

  async function undoWithdrawal(item) {
    const left = await store.apply((items) => undo(items, item.key))
    const gone = !left.some((entry) => entry.key === item.key)
    if (gone) messages.info(t('queue.withdrawalUndone'))
    else messages.error(t('queue.withdrawalGone'))
    if (gone) sender.wake()
  }

  /** @returns {Promise<'mine'|'theirs'|null>} */
  async function compare(item) {
    const mine = { ...item.body, ...item.names }
    const choice = await resolveConflict({ t, format }, mine, item.theirs, { withdraws: Boolean(item.withdraws) })
    if (choice) await sender.resolve(item.incidentId, item.key, choice)
    if (choice === 'theirs') page.addMark(item.theirs)
    return choice
  }

  function saveFile(items) {
    const content = { account: session.username, savedAt: new Date().toISOString(), incidents: items.map(fileEntry) }
    const blob = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' })
    const link = h('a', { href: URL.createObjectURL(blob), download: `antt-map-${session.username}-${items.length}.json` })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }

  const fileEntry = ({ incidentId, key, etag, body, names, state, problem, withdraws, reason }) => ({
    id: incidentId,
    idempotencyKey: key,
    ifMatch: etag,
    ...body,
    ...names,
    ...(withdraws ? { withdraws, reason } : {}),
    queueState: state,
    refusedBecause: problem?.detail ?? null,
  })

  async function signOut() {
    const items = await field.waiting()
    const choice = items.length
      ? await askBeforeSignOut({ t, format, count: items.length, onSave: () => saveFile(items) })
      : 'keep'
    if (choice === null) return
    await store.wipe({ queueToo: choice === 'discard' })
    sessionStorage.clear()
    await answers.wipe()
    if (connection.get().online) return endSession(session)
    // The session can only be ended at the service: as soon as the page meets it again.
    localStorage.setItem(SIGN_OUT_KEY, session.username)
    window.location.reload()
  }

  connection.subscribe((state, { cameBack }) => {
    bar.update(state)
    showBadge()
    if (!cameBack) return
    // Only sooner, not without the pauses: a network can come and go by the second.
    if (Date.now() - hurriedAt > HURRY_EVERY_MS) sender.hurry()
    else sender.wake()
    hurriedAt = Date.now()
    page.reload()
  })
  store.subscribe(showBadge)
  document.addEventListener('visibilitychange', () => !document.hidden && sender.wake())

  return Object.assign(field, {
    signOut,
    compare,
    undoWithdrawal,
    /** @returns {object|null} the item of the queue that is to take this incident back */
    withdrawalOf: (id) => withdrawals.get(id) ?? null,
    /**
     * Takes a record back that the server has.
     * @param {object} incident as it was on view @param {string|null} etag of that version @param {string|null} reason
     */
    withdraw: (incident, etag, reason) =>
      field.save({
        incidentId: incident.id,
        body: toBody(incident, incident),
        etag,
        names: {
          categoryName: incident.categoryName ?? incident.category,
          severityName: incident.severityName ?? null,
          areaName: incident.residentialArea?.fullName ?? null,
          communeName: incident.commune?.fullName ?? null,
        },
        timeIsDefault: false,
        assumedOffset: 0,
        withdraws: true,
        reason,
      }),
    /** Takes back a mark that was never sent. @returns {Promise<boolean>} false where there is none: the server has it */
    async discardUnsent({ id }) {
      const items = (await store.items()).filter((item) => item.incidentId === id)
      if (!items.length || items.some((item) => item.attempted || item.etag)) return false
      await discard(items[0])
      return true
    },
    /** After the first drawing. */
    async begin() {
      bar.update(connection.get())
      await showBadge()
      const others = await store.othersCount()
      if (others && session.rights.markIncidents)
        messages.info(t('queue.others', { count: format.count(others) }))
      if (connection.get().online) sender.hurry()
      store.tidy()
      await loadAreas()
    },
    /** @returns {Promise<object|null>} what waits of this incident */
    async waitingOf(incidentId) {
      return (await field.waiting()).find((item) => item.incidentId === incidentId) ?? null
    },
    /** As /api/territory/locate, from boundaries on this device; null where they do not say. */
    locate(longitude, latitude, day) {
      const data = page.getData?.()
      const known = {
        communes: [...areas.communes, ...(data?.communes ?? [])],
        residential: [...areas.residential, ...(data?.allResidential ?? [])],
      }
      return locateOnDevice(known, longitude, latitude, day)
    },
  })

  /** Today's areas, for marking without a network: the view may be of another day. */
  async function loadAreas() {
    if (!session.rights.markIncidents || !page.place()) return
    const day = session.today
    try {
      const [communes, residential] = await Promise.all(
        ['communes', 'residential-areas'].map((collection) => loadFeatures(collection, { day })),
      )
      areas = { communes: communes.features, residential: residential.features }
      // Read so that they are kept: what the form and the list ask for.
      await getJson('/api/incident-categories')
      await loadIncidents({ mine: true })
    } catch {
      // Without them a mark is still kept; the server finds its area.
    }
  }
}

/** Sends the form of the sign-out with the token of the session, which may be newer than the page. */
function endSession({ csrf }) {
  const form = /** @type {HTMLFormElement} */ (byId('logout-form'))
  const token = form.querySelector('input[name=_csrf]')
  if (token && csrf) token.value = csrf.token
  // What is under way is refused from now on, and must not lead elsewhere: the page after the sign-out makes this device forget.
  whenSignInNeeded(() => {})
  form.submit()
}

/** @returns {boolean} somebody signed out here without a network, and now it is done */
export function finishSignOut(session) {
  const name = localStorage.getItem(SIGN_OUT_KEY)
  if (!name || !session.csrf) return false
  localStorage.removeItem(SIGN_OUT_KEY)
  if (name !== session.username) return false
  endSession(session)
  return true
}
