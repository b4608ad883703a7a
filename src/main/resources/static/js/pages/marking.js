import { ApiProblem } from '../api/http.js'
import { loadCategories, loadDuplicates, loadIncident, saveIncident } from '../api/incidents.js'
import { convertCoordinates, loadSystems, locate } from '../api/territory.js'
import { createPin } from '../map/marker.js'
import { toBody } from '../model/incidents.js'
import { newUuid } from '../model/uuid.js'
import { resolveConflict } from '../ui/conflict.js'
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
 * @param {object} page t, format, session, store, panel, messages, view, place(), onSaved(incident)
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
    locating = new AbortController()
    try {
      const found = await locate(longitude.toFixed(7), latitude.toFixed(7), current?.form.dayToLocate(), {
        signal: locating.signal,
      })
      current?.form.setWhere(whereLines({ t, format }, found, longitude, latitude))
    } catch (error) {
      if (error.name !== 'AbortError') current?.form.setWhere(problemBox(error, t, () => askWhere(longitude, latitude)))
    }
  }, 120)

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

  function stop() {
    pin.remove()
    current = null
    document.body.classList.remove('mark-placed', 'is-marking')
    view.resized()
    sessionStorage.removeItem(DRAFT_KEY)
  }

  async function open(incident, etag) {
    let categories
    try {
      categories = await loadCategories()
    } catch (error) {
      return messages.error(textOf(error, t), { label: t('common.retry'), run: () => open(incident, etag) })
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
        onPlace: placeAndShow,
      }),
      onSave: save,
      onCancel: () => panel.close(),
      onChange: () => (keepDraft(), current?.askDuplicates()),
      onDay: () => current && askWhere(...pin.position()),
    })
    const allowed = page.session.rights.viewIncidentPoints
    const duplicates = createDuplicateHint({ t, format, allowed, load: loadDuplicates })
    const askDuplicates = () => duplicates.ask({ ...form.values(), except: incident?.id })
    current = { id: incident?.id ?? newUuid(), etag: etag ?? null, base: incident, form, categories, askDuplicates }
    const { longitude, latitude } = view.getView()
    document.body.classList.add('is-marking')
    form.setWhere(h('p', { class: 'where-empty', text: t('mark.tapMap') }))
    panel.show({ kind: 'mark', title: t(incident ? 'mark.titleChange' : 'mark.title'), focus: true }, duplicates.element, form.element)
    view.resized()
    page.panel.measure()
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
    const { id, etag, base } = current
    try {
      const answer = await saveIncident(id, toBody(values, base), etag)
      finish(answer.body, t(base ? 'mark.changed' : 'mark.saved'))
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412) throw error
      await settle(values, error.problem.current)
    }
  }

  /** Somebody else changed it meanwhile: the person decides, nothing is overwritten unseen. */
  async function settle(values, theirs) {
    const latest = await loadIncident(current.id)
    current.form.follow(latest.body)
    const mine = { ...values, state: latest.body.state }
    const choice = await resolveConflict({ t, format }, namedValues(mine), theirs ?? latest.body)
    if (choice === 'theirs') return finish(latest.body, t('conflict.keptTheirs'))
    if (choice === 'mine') {
      current.etag = latest.etag
      await save(current.form.values())
    }
  }

  function namedValues(values) {
    const category = current.categories.find((entry) => entry.code === values.category)
    const severity = category?.severities?.find((entry) => entry.code === values.severity)
    return { ...values, categoryName: category?.name ?? values.category, severityName: severity?.name ?? null }
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
      try {
        const { body, etag } = await loadIncident(id)
        await open(body, etag)
      } catch (error) {
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
