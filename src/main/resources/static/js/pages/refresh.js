import { loadUnit } from '../api/territory.js'
import { toWallClock } from '../model/dates.js'
import { isUnstable } from '../model/figures.js'
import { gridBox } from '../model/tiles.js'
import { writeYearQuestion } from '../model/safetyyears.js'
import { successorOf } from '../ui/dom.js'
import { textOf } from '../ui/messages.js'

/** Parts of the state that need other data; the rest only needs another drawing. */
const NEEDS_DATA = ['place', 'from', 'to', 'day', 'year', 'asOf', 'theme', 'level', 'layers']

/**
 * Keeps map, legend, table and panel at the state of the page.
 * @param {object} page what pages/map.js has put together
 */
export function createRefresh(page) {
  const { t, format, store, view, scene, card, messages } = page
  let data = null
  let legend = null
  let shown = {}
  let loading = Promise.resolve()
  /** Marks made or changed on this page that the period on view leaves out: their makers must see them all the same. */
  const extra = new Map()
  /** Versions that this page has written itself, by id. */
  const written = new Map()

  function tableView(state) {
    const selectedId = state.selected?.startsWith('area:') ? state.selected.slice(5) : null
    return {
      rows: data.rows,
      legend,
      theme: state.theme,
      level: state.level,
      period: state,
      year: state.year,
      asOf: state.asOf,
      yearTable: `/safety${writeYearQuestion(state, ['place', 'year', 'asOf'])}`,
      boundaryDay: data.boundaryDay,
      selectedId,
    }
  }

  function legendView(state) {
    const unstable = data.rows.some((row) => isUnstable(row, state.theme))
    return {
      legend,
      theme: state.theme,
      level: state.level,
      period: state,
      boundaryDay: data.boundaryDay,
      year: state.year,
      asOf: state.asOf,
      windows: data.safety?.windows ?? null,
      unstable,
      merged: scene.isMerged(),
      notACase:
        state.layers.includes('incidents') &&
        data.incidents.some(({ state: step, withdrawn }) => step === 'not_a_case' && !withdrawn),
    }
  }

  function showSelected({ selected }) {
    scene.select(selected)
    page.list.select(selected?.startsWith('incident:') ? selected.slice('incident:'.length) : null)
  }

  function showControls(state) {
    page.period.update(state)
    page.list.setPeriod(state)
    page.controls.update(state)
    page.places.update(state)
    page.tabs.update(state)
    page.asOf.update(state)
  }

  function reload() {
    loading = load()
    return loading
  }

  /** Other areas are on their way: the old ones must not be taken for them, nor be clicked. */
  function forget() {
    data = null
    scene.clear()
    page.legend.update(null)
    page.table.update(null)
  }

  async function load() {
    const state = store.get()
    if (page.session.rights.readMap === false)
      return card.done(t('map.notForAccount'), { href: '/audit', text: t('account.audit') })
    card.loading()
    if (data && (shown.place !== state.place || shown.level !== state.level)) forget()
    page.summary.update(state, null)
    try {
      const loaded = page.place() ? await page.loader.load(state, page.place()) : null
      if (!loaded) return
      const known = new Set(loaded.incidents.map((incident) => incident.id))
      data = {
        ...loaded,
        incidents: [...loaded.incidents, ...[...extra.values()].filter((incident) => !known.has(incident.id))],
      }
      shown = { place: state.place, level: state.level }
      legend = scene.draw(state, data)
      page.legend.update(legendView(state))
      page.summary.update(state, data)
      page.table.update(tableView(state))
      showSelected(state)
      page.list.refresh()
      tellState()
      lookNear()
      messages.announce(t('map.updated', { period: format.period(state), count: format.count(data.rows.length) }))
      page.selection.show()
    } catch (error) {
      if (error.name === 'AbortError') return
      forget()
      page.summary.update(state, undefined)
      card.error(error, reload)
      if (error.name !== 'ApiProblem') throw error
    }
  }

  function tellState() {
    if (!data.rows.length) card.done(t('map.noAreas', { day: format.day(data.boundaryDay) }))
    else card.done(scene.isBare() ? t('tiles.away') : null)
  }

  /** The map changed between tiles and shapes, or tiles cannot be had. */
  function rearranged() {
    if (!data || !legend) return
    page.legend.update(legendView(store.get()))
    if (!document.body.classList.contains('is-loading')) tellState()
    scene.select(store.get().selected)
  }

  /** Of a large place, what is in sight close up. */
  async function lookNear() {
    if (!data?.large || scene.isFar()) return
    const state = store.get()
    const before = data
    const near = [gridBox(view.getBbox()), state.layers, state.from, state.to, data.boundaryDay].join('|')
    if (data.near === near) return
    try {
      const found = await page.loader.loadNear(state, page.place(), data.boundaryDay, view.getBbox())
      if (!found || data !== before) return
      data = { ...data, ...found, near }
      legend = scene.draw(state, data)
      page.legend.update(legendView(state))
      scene.select(state.selected)
    } catch (error) {
      if (error.name === 'AbortError') return
      messages.error(textOf(error, t))
      if (error.name !== 'ApiProblem') throw error
    }
  }

  store.subscribe((state, changed, { fromAddress }) => {
    if (changed.size === 1 && changed.has('view') && !fromAddress) return void lookNear()
    showControls(state)
    if (changed.has('tab') && state.tab === 'incidents') page.list.open()
    if (changed.has('place') && !state.view) view.fit(page.place().bbox)
    if (fromAddress && changed.has('view') && state.view) view.setView(state.view)
    if (NEEDS_DATA.some((key) => changed.has(key))) reload()
    else if (changed.has('selected')) {
      showSelected(state)
      page.table.select(state.selected?.startsWith('area:') ? state.selected.slice(5) : null)
      page.selection.show({ focus: !fromAddress && Boolean(state.selected) })
    }
  })

  /** Opens an area wherever it is: in another place, on the other level, or, if it is not of this day, only on its spot. */
  async function showArea(area) {
    const level = { COMMUNE: 'communes', RESIDENTIAL_AREA: 'residential-areas' }[
      String(area.level ?? '')
        .toUpperCase()
        .replace('-', '_')
    ]
    let box = area.bbox
    let found = level
    try {
      if (!box || !found) {
        const unit = await loadUnit(area.id)
        box = unit.bbox
        found = { COMMUNE: 'communes', RESIDENTIAL_AREA: 'residential-areas' }[
          String(unit.level).toUpperCase().replace('-', '_')
        ]
      }
    } catch (error) {
      return messages.error(textOf(error, t))
    }
    const shownDay = data?.boundaryDay ?? store.get().to
    const elsewhere = (area.validFrom && area.validFrom > shownDay) || (area.validTo && area.validTo <= shownDay)
    const day = elsewhere
      ? area.validFrom && area.validFrom > shownDay
        ? area.validFrom
        : dayBefore(area.validTo)
      : store.get().day
    if (elsewhere) messages.info(t('search.otherDay', { name: area.fullName ?? area.name, day: format.day(day) }))
    const target = await placeHolding(area.id, found, box, day ?? shownDay)
    store.set({
      ...(target ? { place: target.id } : {}),
      ...(found ? { level: found, selected: `area:${area.id}` } : { selected: null }),
      day,
      view: view.getView(),
    })
    await loading
    if (box) view.fit(box, 16)
  }

  /** The place whose territory holds an area; bounding boxes overlap, so they only say whom to ask. */
  async function placeHolding(areaId, level, box, day) {
    const around = page.session.places.filter((place) => contains(place.bbox, box))
    const now = page.place()
    const first = around.filter((place) => place.id === now?.id)
    for (const place of [...first, ...around.filter((other) => other.id !== now?.id)]) {
      if (!level || (await page.loader.holds(place, level, day, areaId, box).catch(() => false))) return place
    }
    return around[0]
  }

  /**
   * A link may name an area that this view does not hold: one of another day or level is looked for; one that the account
   * may not see, or that there is not, is said to be so.
   * @returns {Promise<boolean>} the area was found elsewhere and is on view now
   */
  async function openFromLink({ selected }) {
    const id = selected?.startsWith('area:') ? selected.slice(5) : null
    if (!id || !data || data.rows.some((row) => row.id === id)) return false
    try {
      await showArea(await loadUnit(id))
      return true
    } catch (error) {
      messages.error(textOf(error, t))
      store.set({ selected: null })
      return false
    }
  }

  /** @param {object} incident just saved or withdrawn @returns {boolean} the period on view counts it */
  function addMark(incident) {
    const { from, to } = store.get()
    written.set(incident.id, incident.version ?? Infinity)
    if (incident.withdrawn) extra.delete(incident.id)
    else extra.set(incident.id, incident)
    return inPeriod(incident, { from, to })
  }

  /**
   * Others have marked or changed something: new figures, and these points, drawn without a word and without moving.
   * @param {Map<string, object|null>} changed incidents by id, null for one that is not there any more
   */
  async function freshen(changed) {
    const state = store.get()
    const before = data
    const figures = before && (await page.loader.loadFigures(state, before))
    if (!figures || data !== before) return
    const seen = [...changed.values()].filter(
      (incident) => incident && !incident.withdrawn && (inPeriod(incident, state) || extra.has(incident.id)),
    )
    data = {
      ...before,
      ...figures,
      incidents: [...before.incidents.filter((incident) => !changed.has(incident.id)), ...seen],
    }
    legend = scene.draw(state, data)
    keepFocus(() => {
      page.legend.update(legendView(state))
      page.summary.update(state, data)
      page.table.update(tableView(state))
    })
    scene.select(state.selected)
    page.list.refresh()
  }

  return {
    getData: () => data,
    reload,
    showArea,
    addMark,
    freshen,
    rearranged,
    /** @returns {boolean} this page wrote that version, or a later one, itself */
    hasWritten: (id, version) => (written.get(id) ?? -1) >= version,
    /** First drawing. */
    async begin() {
      const state = store.get()
      showControls(state)
      if (state.tab === 'incidents') page.list.open()
      if (state.view) view.setView(state.view)
      else if (page.place()) view.fit(page.place().bbox)
      const base = page.loader
        .provinces()
        .then(scene.drawBase)
        .catch((error) => messages.error(textOf(error, t)))
      if (!page.place()) return card.done(t('map.noPlaces'))
      await Promise.all([reload(), base])
      if (await openFromLink(state)) return
      const box =
        !state.view && state.selected?.startsWith('area:') ? await page.boxOf(state.selected.slice(5)) : null
      if (box) view.fit(box, 16)
    },
  }
}

/** Drawing replaces elements; what had the focus gets it again. @param {() => void} draw */
function keepFocus(draw) {
  const before = /** @type {HTMLElement} */ (document.activeElement)
  draw()
  if (!before.isConnected) successorOf(before)?.focus({ preventScroll: true })
}

function inPeriod(incident, { from, to }) {
  const day = toWallClock(new Date(incident.occurredAt)).slice(0, 10)
  return day >= from && day <= to
}

function contains([west, south, east, north], box) {
  if (!box) return false
  const [longitude, latitude] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}

function dayBefore(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
