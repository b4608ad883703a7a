import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { importList } from './importlist.js'
import { problemBox } from './messages.js'
import { tableRows } from './tablerows.js'

const LAYER = /\.(zip|gpkg|geojson|json|kml|kmz)$/i

/**
 * Takes a table of incidents in: pasted or from a file, looked at, then stored; lists those stored before.
 * @param {{t: Function, format: object, placeSystem: string|null, loadSystems: () => Promise<object[]>,
 *   look: (table: object, crs: string) => Promise<object>, categoryName: (code: string) => string,
 *   onLook: (look: object|null) => void, onRow: (row: object) => void,
 *   onStore: (look: object) => Promise<void>, loadPast: () => Promise<object[]>,
 *   takeBack: (importId: string) => Promise<void>, onCancel: () => void}} options
 */
export function tableImport(options) {
  const { t, format, placeSystem, loadSystems, look, onLook, onStore, onCancel } = options
  const text = h('textarea', {
    rows: '6',
    class: 'table-text',
    testid: 'table-text',
    spellcheck: 'false',
    placeholder: t('table.example'),
  })
  const file = h('input', {
    type: 'file',
    accept: '.xlsx,.csv,.txt,.tsv,.zip,.gpkg,.geojson,.json,.kml,.kmz',
    testid: 'table-file',
    class: 'visually-hidden',
    tabindex: '-1',
    'aria-label': t('table.file'),
    on: { change: () => file.files.length && submit() },
  })
  // The browser's own button speaks the browser's language.
  const fileButton = h(
    'button',
    { type: 'button', class: 'button', testid: 'table-choose', on: { click: () => file.click() } },
    icon('upload'),
    t('table.file'),
  )
  // A layer names its own system: that of the page counts once somebody chose it.
  let systemChosen = false
  const system = h('select', { class: 'select', testid: 'table-crs', on: { change: () => (systemChosen = true) } }, [
    h('option', { value: placeSystem ?? 'EPSG:4326', text: placeSystem ?? 'EPSG:4326' }),
  ])
  const answer = h('div', { class: 'stack', 'aria-live': 'polite' })
  const lookButton = h('button', { type: 'submit', class: 'button', testid: 'table-look', text: t('table.look') })
  let busy = false

  loadSystems()
    .then((systems) => {
      const chosen = system.value
      fill(
        system,
        systems.map((entry) => h('option', { value: entry.code, text: `${entry.name} (${entry.code})` })),
      )
      system.value = chosen
    })
    // The system of the place stays the only choice; the table can be read all the same.
    .catch(() => {})

  async function submit(event) {
    event?.preventDefault()
    if (busy) return
    busy = true
    lookButton.disabled = true
    onLook(null)
    fill(answer, h('p', { class: 'hint', text: t('table.looking') }))
    try {
      const table = file.files.length ? { file: file.files[0] } : { text: text.value }
      const named = LAYER.test(table.file?.name ?? '') && !systemChosen
      show(await look(table, named ? undefined : system.value))
    } catch (error) {
      fill(answer, problemBox(error, t))
    } finally {
      busy = false
      lookButton.disabled = false
      if (document.activeElement === document.body) lookButton.focus({ preventScroll: true })
      // The same file, mended, can be chosen again.
      file.value = ''
    }
  }

  function show(found) {
    onLook(found)
    queueMicrotask(() => answer.scrollIntoView({ block: 'start' }))
    const storable = found.ready + found.unassigned
    const problem = h('div')
    const store = h(
      'button',
      { type: 'button', class: 'button button-primary button-large', testid: 'table-store', disabled: !storable },
      icon('check'),
      t('table.store', { count: format.count(storable) }),
    )
    store.addEventListener('click', async () => {
      store.disabled = true
      try {
        await onStore(found)
      } catch (error) {
        store.disabled = false
        fill(problem, problemBox(error, t))
      }
    })
    fill(
      answer,
      h('p', { class: 'table-counts', testid: 'table-counts' }, counts(found)),
      found.ignoredHeadings.length > 0 &&
        h('p', { class: 'hint hint-warning', text: t('table.ignored', { names: found.ignoredHeadings.join(', ') }) }),
      found.errors > 0 && h('p', { class: 'hint hint-warning', text: t('table.errorsStay') }),
      tableRows(options, found.rows),
      h('p', { class: 'notice notice-privacy' }, icon('shield'), h('span', { text: t('mark.privacy') })),
      problem,
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: onCancel } }),
        store,
      ),
    )
  }

  function counts({ ready, unassigned, errors }) {
    return [
      ['ready', ready],
      ['unassigned', unassigned],
      ['error', errors],
    ]
      .filter(([, count]) => count > 0)
      .map(([status, count]) =>
        h('span', {
          class: `tag table-tag is-${status}`,
          text: t(`table.count.${status}`, { count: format.count(count) }),
        }),
      )
  }

  return h(
    'form',
    { class: 'stack table-import', testid: 'table-import', on: { submit } },
    h('p', { class: 'muted', text: t('table.lead') }),
    h('div', { class: 'actions' }, fileButton, file),
    field(t('table.paste'), text),
    field(t('table.crs'), system, { hint: t('table.crsHint') }),
    h(
      'details',
      { class: 'fold' },
      h('summary', { text: t('table.columns') }),
      h('p', { class: 'hint', text: t('table.columnsText') }),
    ),
    h('div', { class: 'actions' }, lookButton),
    answer,
    importList({ t, format, load: options.loadPast, takeBack: options.takeBack }),
  )
}
