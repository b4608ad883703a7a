import { downloadLayer } from '../api/exports.js'
import { exchange, useAnswers, useCsrf, whenReached, whenSignInNeeded } from '../api/http.js'
import { loadCategories, loadComparison, loadIncidentPage, loadSummary } from '../api/incidents.js'
import { changePassword, loadSession } from '../api/session.js'
import { loadSystems, loadUnit, searchAreas } from '../api/territory.js'
import { createAnswers } from '../field/answers.js'
import { createConnection } from '../field/connection.js'
import { asIncident } from '../field/field.js'
import { installWorker } from '../field/install.js'
import { createTranslator } from '../i18n/index.js'
import { addHomeAndCredits, addNorth } from '../map/controls.js'
import { createMapView } from '../map/mapview.js'
import { createScene } from '../map/scene.js'
import { presetPeriods } from '../model/dates.js'
import { createFormat } from '../model/format.js'
import { toQuery } from '../model/incidentfilter.js'
import { createAccountMenu } from '../ui/account.js'
import { createAsOfBar } from '../ui/asofbar.js'
import { createControls } from '../ui/controls.js'
import { creditsElement } from '../ui/credits.js'
import { byId, debounce, h } from '../ui/dom.js'
import { openExport } from '../ui/exportdialog.js'
import { icon } from '../ui/icons.js'
import { createIncidentList } from '../ui/incidentlist.js'
import { createLegend } from '../ui/legend.js'
import { createMessages, textOf } from '../ui/messages.js'
import { createPanelHost } from '../ui/panelhost.js'
import { createPeriodPicker } from '../ui/period.js'
import { createPlaces } from '../ui/places.js'
import { createSearch } from '../ui/search.js'
import { createSummary } from '../ui/summary.js'
import { createTable } from '../ui/table.js'
import { createTabs } from '../ui/tabs.js'
import { createLoader } from './data.js'
import { createDrawing } from './drawing.js'
import { createFieldPage, finishSignOut } from './field.js'
import { createLive } from './live.js'
import { createMarking } from './marking.js'
import { createRefresh } from './refresh.js'
import { createSelection } from './selection.js'
import { createTableImport } from './tableimport.js'
import { assessmentYears, createPageState, placeOf } from './state.js'
import { createStatusCard } from '../ui/statuscard.js'

const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const t = createTranslator(lang)
const format = createFormat(lang)
const messages = createMessages({ t })
const card = createStatusCard({ t })

// The server remembers the address and comes back to it after the sign-in.
let leaving = false
function leaveForSignIn() {
  // Several requests are under way at once, and each of them hears that the session has ended.
  if (leaving) return
  leaving = true
  const last = Number(sessionStorage.getItem('anttmap.signIn') ?? 0)
  sessionStorage.setItem('anttmap.signIn', String(Date.now()))
  // A second time at once: the page itself was let through, so only the sign-in page helps.
  if (Date.now() - last < 5000) window.location.assign('/login')
  else window.location.reload()
}
whenSignInNeeded(leaveForSignIn)

// As it was opened: what is shown is written into the address later.
const opened = new URLSearchParams(window.location.search)

const connection = createConnection({
  probe: async () => (await exchange('GET', '/actuator/health', null)).status === 200,
})
const answers = createAnswers({ onUsed: connection.used })
whenReached(connection.heard)
useAnswers(answers)

async function boot() {
  card.loading()
  try {
    const session = await loadSession()
    if (!finishSignOut(session)) start(session)
  } catch (error) {
    card.error(error, boot)
    if (error.name !== 'ApiProblem') throw error
  }
}

function start(session) {
  useCsrf(session.csrf)
  const store = createPageState(session)
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const view = createMapView(byId('map'), { t, still })
  const place = () => placeOf(session, store.get().place)
  const page = { t, lang, format, session, store, messages, card, view, place, loader: createLoader(session) }
  page.panel = createPanelHost({
    t,
    onChange: () => view.setPadding(...panelRoom()),
    onClosed: (kind) => {
      if (kind === 'table') page.tableImport.stop()
      if (kind === 'mark') page.marking.stop()
      if (kind === 'draw') page.drawing.stop()
      if (kind === 'mark' || kind === 'table' || kind === 'draw') page.selection.show()
      else store.set({ selected: null })
    },
  })
  page.scene = createScene(view, {
    t,
    format,
    onSelect: select,
    onHover: (id) => page.table.hover(id),
    onHoverIncident: (id) => page.list.hover(id),
    onChanged: () => page.rearranged?.(),
    over: [byId('legend')],
  })

  addHomeAndCredits(view.map, {
    homeLabel: t('map.home'),
    onHome: () => place() && view.fit(place().bbox),
    credits: creditsElement(t),
  })
  addNorth(view.map, t('map.north'))
  page.period = createPeriodPicker({
    t,
    format,
    session,
    getState: store.get,
    onApply: setPeriod,
  })
  page.asOf = createAsOfBar({ t, format, onNow: () => store.set({ asOf: null }) })
  page.controls = createControls(byId('controls'), {
    t,
    format,
    session,
    years: assessmentYears(session),
    onChange: (change) => store.set(change),
  })
  page.summary = createSummary(byId('summary'), { t, format, session })
  page.legend = createLegend({ t, format })
  page.table = createTable(byId('table'), {
    t,
    format,
    onSelect: (id) => selectAndShow(`area:${id}`),
    onHover: (id) => page.scene.hoverArea(id),
  })
  page.list = createIncidentList(byId('incidents'), {
    t,
    format,
    session,
    load: {
      page: (filter, cursor) => loadIncidentPage(listQuery(filter), cursor),
      summary: (filter) => loadSummary(listQuery(filter)),
      comparison: (filter) => loadComparison(listQuery(filter)),
      categories: loadCategories,
    },
    presets: () => presetPeriods(session.today, session.coverage, store.get().year, store.get()),
    onPeriod: setPeriod,
    onOpen: openIncident,
    onHover: (id) => page.scene.hoverIncident(id),
    onFilter: (shows, onlyCategory) => {
      page.scene.showIncidents(shows, onlyCategory)
      if (page.getData()) page.scene.drawPoints(store.get(), page.getData())
    },
  })
  page.places = createPlaces({ t, session, onChoose: (id) => store.set({ place: id, selected: null, view: null }) })
  page.tabs = createTabs({ t, onChange: (tab) => store.set({ tab }), onShown: () => view.resized() })
  createSearch(byId('search'), {
    t,
    format,
    search: (text, signal) => searchAreas(text, page.getData()?.boundaryDay ?? store.get().to, { signal }),
    onPick: goToArea,
    announce: messages.announce,
  })
  createAccountMenu({
    t,
    format,
    lang,
    session,
    messages,
    changePassword,
    onExport: session.rights.exportData ? exportLayer : null,
    movementAddress,
    mustChange: document.body.dataset.mustChangePassword === 'true',
    mustSetFactor: document.body.dataset.mustSetSecondFactor === 'true',
    onSignOut: () => page.field.signOut(),
  })

  page.goToArea = goToArea
  /** @returns {Promise<number[]|null>} west, south, east, north of an area, drawn or not */
  page.boxOf = async (id) =>
    page.scene.bboxOf(id) ?? (page.getData()?.large ? loadUnit(id).then((unit) => unit.bbox).catch(() => null) : null)
  page.isOnline = () => connection.get().online
  page.editIncident = (id) => page.marking.edit(id)
  page.onKept = async (item) => {
    page.addMark(asIncident(item))
    messages.success(t(connection.get().online ? 'mark.keptSending' : 'mark.kept'))
    await page.reload()
  }
  page.onSaved = async (incident, text) => {
    const counted = page.addMark(incident)
    const year = format.day(incident.occurredAt.slice(0, 10)).slice(-4)
    if (counted) messages.success(text)
    else
      messages.success(t('mark.outsidePeriod'), {
        label: t('mark.showPeriod', { year }),
        run: () =>
          store.set({
            from: `${year}-01-01`,
            to: year === session.today.slice(0, 4) ? session.today : `${year}-12-31`,
            day: null,
            year: Number(year),
          }),
      })
    if (!store.get().layers.includes('incidents')) store.set({ layers: [...store.get().layers, 'incidents'] })
    else await page.reload()
    const selected = `incident:${incident.id}`
    // What was corrected stood in the panel before; the form is gone, so the focus belongs there.
    if (store.get().selected === selected) page.selection.show({ focus: true })
    else store.set({ selected })
  }
  page.field = createFieldPage(page, { connection, answers, leaveForSignIn })
  page.marking = createMarking(page)
  page.drawing = createDrawing(page)
  page.tableImport = createTableImport(page)
  page.selection = createSelection(page)
  Object.assign(page, createRefresh(page))
  buttons()
  /** What is being marked or drawn takes every click on the map. */
  const busy = () => (page.marking.active && page.marking) || (page.drawing.active && page.drawing) || null
  view.onClick((longitude, latitude) =>
    busy() ? busy().place(longitude, latitude) : pick(longitude, latitude),
  )
  const followed = debounce(() => page.list.moved(), 300)
  view.onMoved(() => (store.set({ view: view.getView() }), followed()))
  window.addEventListener('resize', () => view.resized())
  createLive(page)
  page
    .begin()
    .then(() => page.marking.resume())
    .then(() => page.drawing.resume())
    .then(redrawAsked)
    .then(() => page.field.begin())
    .then(installWorker)

  /** The page of boundary changes sends here to redraw one area by hand. */
  async function redrawAsked() {
    const id = opened.get('redraw') ?? ''
    if (!/^\d{1,18}$/.test(id) || !session.rights.changeBoundaries || busy()) return
    const commune = opened.get('commune') ?? ''
    const back = opened.get('back') === 'boundaries' ? `/boundaries?${new URLSearchParams({ kind: 'redraw', level: 'residential-area', unit: id, commune })}` : null
    try {
      await page.drawing.change('area', id, (await loadUnit(id)).bbox, back)
    } catch (error) {
      messages.error(textOf(error, t))
      if (error.name !== 'ApiProblem') throw error
    }
  }

  function setPeriod({ from, to, day = null }) {
    store.set({ from, to, day, year: Number(to.slice(0, 4)) })
  }

  function listQuery(filter) {
    const { from, to, day } = store.get()
    return toQuery(filter, { from, to, place: place()?.id ?? null, boundaryDay: day, bbox: view.getBbox() })
  }

  /** The page of the movement shows the same place and period. */
  function movementAddress() {
    const { from, to } = store.get()
    return `/movement?${new URLSearchParams({ ...(place() && { place: String(place().id) }), from, to })}`
  }

  /** A click on a shape selects it, or, while something is marked or drawn, says where. */
  function select(selected, longitude, latitude) {
    if (busy()) return longitude !== undefined && busy().place(longitude, latitude)
    store.set({ selected })
    if (longitude !== undefined) view.keepInSight(longitude, latitude)
  }

  /** A click where no shape is: on an area of a tile, or beside them all. */
  function pick(longitude, latitude) {
    const found = page.scene.pick(longitude, latitude)
    if (!found) return store.set({ selected: null })
    if (!found.row.members) return select(`area:${found.row.id}`, longitude, latitude)
    // A commune that stands for its areas: closer to them.
    const before = view.getView().zoom
    view.fit(found.bbox, 14)
    if (view.getView().zoom < before + 0.5) view.centre(longitude, latitude, before + 1)
  }

  async function selectAndShow(selected) {
    if (busy()) return
    store.set({ selected })
    const box = await page.boxOf(selected.slice('area:'.length))
    if (box && store.get().selected === selected) view.reveal(box)
  }

  function openIncident(incident) {
    if (busy()) return
    if (Number.isFinite(incident.longitude))
      view.centre(incident.longitude, incident.latitude, Math.max(view.getView().zoom, 16))
    store.set({ selected: `incident:${incident.id}` })
  }

  /** From the search box or a link between predecessor and successor. */
  function goToArea(area) {
    page.showArea(area)
  }

  function buttons() {
    const mark = byId('mark-button')
    mark.hidden = !session.rights.markIncidents
    mark.addEventListener('click', () => !busy() && page.marking.start())
    if (session.rights.markIncidents)
      byId('incidents').prepend(
        h('button', {
          type: 'button',
          class: 'button button-small table-open',
          testid: 'table-open',
          text: t('table.open'),
          on: { click: () => !busy() && page.tableImport.start() },
        }),
      )
    if (session.rights.readMap) {
      const link = h('a', { class: 'button movement-link', testid: 'movement-link', text: t('account.movement'), href: movementAddress() })
      store.subscribe(() => (link.href = movementAddress()))
      byId('pane-map').append(link)
    }
    if (session.rights.changeBoundaries)
      byId('pane-map').append(
        h(
          'button',
          { type: 'button', class: 'button draw-open', testid: 'draw-open', on: { click: () => !busy() && page.drawing.start() } },
          icon('draw'),
          t('draw.open'),
        ),
      )
    const exporting = byId('export-open')
    exporting.hidden = !session.rights.exportData
    exporting.addEventListener('click', exportLayer)
  }

  function exportLayer() {
    openExport({
      t,
      format,
      session,
      state: store.get(),
      bbox: view.getBbox(),
      placeSystem: place()?.projectedCrs ?? null,
      areas: session.places.map((entry) => ({ id: String(entry.id), name: entry.name })),
      loadSystems,
      loadCategories,
      download: downloadLayer,
    })
  }

  /** Pixels that the panel takes from the map, at the right or at the bottom. */
  function panelRoom() {
    const { element } = page.panel
    if (element.hidden) return [0, 0]
    const [box, all] = [element.getBoundingClientRect(), byId('map').getBoundingClientRect()]
    return box.width > all.width * 0.8 ? [0, Math.max(0, all.bottom - box.top)] : [all.right - box.left, 0]
  }
}

boot()
