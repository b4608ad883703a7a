import { ApiProblem } from '../api/http.js'
import { loadCategories, loadDuplicates, loadIncident } from '../api/incidents.js'
import { convertCoordinates, loadSystems, locate } from '../api/territory.js'
import { NotKept, asIncident } from '../field/field.js'
import { clockOffset, serverNow } from '../field/clock.js'
import { createPin } from '../map/marker.js'
import { toBody } from '../model/incidents.js'
import { newUuid } from '../model/uuid.js'
import { debounce, h } from '../ui/dom.js'
import { createDuplicateHint } from '../ui/duplicates.js'
import { markForm } from '../ui/markform.js'
import { markPlace } from '../ui/markplace.js'
import { problemBox, textOf } from '../ui/messages.js'
import { whereLines } from '../ui/where.js'

/** Survives a new sign-in in the same tab, and nothing else: marks are not to be left on a shared device. */
const DRAFT_KEY = 'anttmap.draft'

/**
 * Marking and correcting an incident: a pin on the map and a form beside it.
 * @param {object} page t, format, session, store, panel, messages, view, field, place(), getData(), onSaved(incident), onKept(item)
 */
export function createMarking(page) {
  const { t, format, panel, messages, view } = page
  let current = null
  let locating = null

  const pin = createPin(view, {
    label: t('mark.pin'),
    onMoved: (longitude, latitude) => setPosition(longitude, latitude),
  })

  const askWhere = debounce(async (longitude, latitude) => {
    locating?.abort()
    if (!current) return
    locating = new AbortController()
    const day = current.form.dayToLocate()
    // What this device knows comes at once; the server also knows roads and the limits of the territory.
    const own = page.field.locate(longitude, latitude, day)
    if (own) showWhere(own, longitude, latitude)
    try {
      const found = await locate(longitude.toFixed(7), latitude.toFixed(7), day, { signal: locating.signal })
      showWhere(found, longitude, latitude)
    } catch (error) {
      if (error.name === 'AbortError' || own) return
      if (error.status === 0) showUnknown(longitude, latitude)
      else current?.form.setWhere(problemBox(error, t, () => askWhere(longitude, latitude)))
    }
  }, 120)

  function showWhere(found, longitude, latitude) {
    if (!current) return
    current.where = found
    current.form.setWhere(whereLines({ t, format }, found, longitude, latitude))
  }

  function showUnknown(longitude, latitude) {
    if (!current) return
    current.where = null
    const position = { longitude: format.number(longitude, 6), latitude: format.number(latitude, 6) }
    current.form.setWhere(
      h('p', { testid: 'where-unknown', text: t('where.laterByServer') }),
      h('p', { class: 'muted coordinates', text: t('where.position', position) }),
    )
  }

  function setPosition(longitude, latitude) {
    if (!current) return
    current.form.setPosition(longitude, latitude)
    if (!document.body.classList.contains('mark-placed')) {
      document.body.classList.add('mark-placed')
      page.panel.measure()
      view.keepInSight(longitude, latitude)
    }
    current.form.setWhere(h('p', { class: 'muted', text: t('mark.finding') }))
    askWhere(longitude, latitude)
    current.askDuplicates()
  }

  function place(longitude, latitude, accuracyMeters) {
    pin.place(longitude, latitude, accuracyMeters)
    setPosition(longitude, latitude)
  }

  /** From phone or typed numbers: the map must also show it. */
  function placeAndShow(longitude, latitude, accuracyMeters) {
    place(longitude, latitude, accuracyMeters)
    view.centre(longitude, latitude, Math.max(view.getView().zoom, 16))
  }

  /** Without a mouse: the map is moved with the arrow keys, then the pin with them. */
  function placeAtCentre() {
    place(...view.freeCentre())
    pin.focus()
  }

  function stop() {
    pin.remove()
    current = null
    document.body.classList.remove('mark-placed', 'is-marking')
    view.resized()
    sessionStorage.removeItem(DRAFT_KEY)
  }

  /** @param {object|null} waiting the item of the queue that is corrected before it was sent */
  async function open(incident, etag, waiting = null) {
    let categories
    try {
      categories = await loadCategories()
    } catch (error) {
      return messages.error(textOf(error, t), { label: t('common.retry'), run: () => open(incident, etag, waiting) })
    }
    const form = markForm({
      t,
      format,
      categories,
      incident,
      place: markPlace({
        t,
        format,
        placeSystem: page.place()?.projectedCrs ?? null,
        loadSystems,
        convert: convertCoordinates,
        isPlaced: () => Boolean(incident) || document.body.classList.contains('mark-placed'),
        onPlace: placeAndShow,
        onCentre: placeAtCentre,
      }),
      now: serverNow(),
      onSave: save,
      onCancel: () => panel.close(),
      onChange: () => (keepDraft(), current?.askDuplicates()),
      onDay: () => current && askWhere(...pin.position()),
    })
    const allowed = page.session.rights.viewIncidentPoints
    const duplicates = createDuplicateHint({ t, format, allowed, load: loadDuplicates })
    const askDuplicates = () => duplicates.ask({ ...form.values(), except: incident?.id })
    current = {
      id: incident?.id ?? newUuid(),
      etag: etag ?? null,
      base: incident,
      form,
      categories,
      waiting,
      offset: clockOffset(),
      where: null,
      askDuplicates,
    }
    const { longitude, latitude } = view.getView()
    document.body.classList.add('is-marking')
    form.setWhere(h('p', { class: 'where-empty', text: t('mark.tapMap') }))
    panel.show({ kind: 'mark', title: t(incident ? 'mark.titleChange' : 'mark.title'), focus: true }, duplicates.element, form.element)
    view.resized()
    page.panel.measure()
    // Closed by somebody while the mark waited: it goes on only with a reason.
    if (waiting?.problem?.type?.endsWith('#reason-needed')) form.follow({ state: incident.state, closed: true })
    if (incident) placeAndShow(incident.longitude, incident.latitude)
    else view.centre(longitude, latitude)
    messages.announce(t('mark.tapMap'))
  }

  function keepDraft() {
    if (current)
      sessionStorage.setItem(
        DRAFT_KEY,
        JSON.stringify({ id: current.id, etag: current.etag, isNew: !current.base, values: current.form.values() }),
      )
  }

  async function save(values) {
    const { id, etag, form, waiting, base } = current
    // A time that nobody chose follows the server's clock once that is known.
    const untouched = !form.timeTouched()
    const timeIsDefault = untouched && (base ? Boolean(waiting?.timeIsDefault) : true)
    const mark = {
      incidentId: id,
      body: toBody(values, base),
      etag,
      names: names(values),
      timeIsDefault,
      assumedOffset: waiting && untouched ? waiting.assumedOffset : current.offset,
    }
    try {
      await tell(await page.field.save(mark))
    } catch (error) {
      if (error instanceof NotKept) throw new ApiProblem({ status: 507, detail: t('mark.notKept') })
      throw error
    }
  }

  /** @param {Awaited<ReturnType<typeof page.field.save>>} outcome */
  async function tell({ kind, incident, receipt, item }) {
    const text = t(current.base ? 'mark.changed' : 'mark.saved')
    if (kind === 'sent') return finish(incident, receipt ? `${text} ${receiptText(receipt)}` : text)
    if (kind === 'kept') {
      stop()
      panel.close({ silent: true })
      return page.onKept(item)
    }
    if (kind === 'refused') throw new ApiProblem({ ...item.problem, status: item.problem.status ?? 422 })
    // Somebody else changed it meanwhile: the person decides, nothing is overwritten unseen.
    const choice = await page.field.compare(item)
    if (choice === 'theirs') finish(item.theirs, t('conflict.keptTheirs'))
    if (choice === 'mine') await tell(await page.field.outcome(item.incidentId))
  }

  const receiptText = ({ incidentId, changedAt }) =>
    t('mark.receipt', { id: incidentId.slice(0, 8), time: format.instant(changedAt) })

  /** What a person reads in the queue and beside another version. */
  function names(values) {
    const category = current.categories.find((entry) => entry.code === values.category)
    const severity = category?.severities?.find((entry) => entry.code === values.severity)
    return {
      categoryName: category?.name ?? values.category,
      severityName: severity?.name ?? null,
      areaName: current.where?.residentialArea?.fullName ?? null,
      communeName: current.where?.commune?.fullName ?? null,
    }
  }

  function finish(incident, text) {
    stop()
    panel.close({ silent: true })
    page.onSaved(incident, text)
  }

  return {
    get active() {
      return current !== null
    },
    start: () => open(null, null),
    async edit(id) {
      const waiting = await page.field.waitingOf(id)
      if (waiting) return open(asIncident(waiting), waiting.etag, waiting)
      try {
        const { body, etag } = await loadIncident(id)
        await open(body, etag)
      } catch (error) {
        // Without a network the version on view is what the correction is based on; the server compares.
        const known = page.getData()?.incidents.find((incident) => incident.id === id)
        if (error.status === 0 && known) return open(known, `"${known.version}"`)
        messages.error(textOf(error, t), { label: t('common.retry'), run: () => this.edit(id) })
        if (!(error instanceof ApiProblem)) throw error
      }
    },
    /** After a new sign-in: opens the form that was open before. */
    async resume() {
      const kept = JSON.parse(sessionStorage.getItem(DRAFT_KEY) ?? 'null')
      if (!kept) return
      if (kept.isNew) await open(null, null)
      else await this.edit(kept.id)
      if (!current) return
      if (kept.isNew) current.id = kept.id
      current.form.restore(kept.values)
      if (kept.values.longitude !== null) placeAndShow(kept.values.longitude, kept.values.latitude)
    },
    place,
    stop,
  }
}
