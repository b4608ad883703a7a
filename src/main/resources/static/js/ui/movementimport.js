import { daysText, fieldText } from '../model/movement.js'
import { openDialog } from './dialog.js'
import { field, fill, h } from './dom.js'
import { icon } from './icons.js'
import { importList } from './importlist.js'
import { problemBox } from './messages.js'

/**
 * Takes a table of a register in: pasted or from a file, looked at row by row, then stored; lists those stored before.
 * @param {{t: Function, format: object, look: (table: object) => Promise<object>, onStore: (look: object) => Promise<void>,
 *   loadPast: () => Promise<object[]>, takeBack: (importId: string) => Promise<void>, onClose: () => void}} context @param {object} register or the teams described as one
 */
export function openMovementImport({ t, format, look, onStore, loadPast, takeBack, onClose }, register) {
  // Security teams are founded and dissolved, and have no source of their own.
  const teams = register.register === 'security-teams'
  const headings = [
    t('movement.kind'),
    t(teams ? 'import.teamName' : 'import.title'),
    t('movement.unit'),
    t('import.commune'),
    t(teams ? 'import.founded' : 'import.firstDay'),
    t(teams ? 'import.dissolved' : 'import.lastDay'),
    t('movement.latitude'),
    t('movement.longitude'),
    ...(teams ? [] : [t('movement.source')]),
    ...register.fields.map(({ label }) => label),
  ]
  const columnsText = t(teams ? 'import.teamColumnsText' : 'import.columnsText', { names: headings.join(', ') })
  const days = register.days ?? ((row) => daysText({ t, format }, row, register.standing))
  const text = h('textarea', { rows: '6', class: 'table-text', testid: 'import-text', spellcheck: 'false' })
  const file = h('input', {
    type: 'file',
    accept: '.xlsx,.csv,.txt,.tsv',
    testid: 'import-file',
    class: 'visually-hidden',
    tabindex: '-1',
    'aria-label': t('table.file'),
    on: { change: () => file.files.length && submit() },
  })
  // The browser's own button speaks the browser's language.
  const fileButton = h(
    'button',
    { type: 'button', class: 'button', on: { click: () => file.click() } },
    icon('upload'),
    t('table.file'),
  )
  const answer = h('div', { class: 'stack', 'aria-live': 'polite' })
  const lookButton = h('button', { type: 'submit', class: 'button', testid: 'import-look', text: t('table.look') })
  let busy = false

  async function submit(event) {
    event?.preventDefault()
    if (busy) return
    busy = true
    lookButton.disabled = true
    fill(answer, h('p', { class: 'hint', text: t('table.looking') }))
    try {
      show(await look(file.files.length ? { file: file.files[0] } : { text: text.value }))
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
    queueMicrotask(() => answer.scrollIntoView({ block: 'start' }))
    const problem = h('div')
    const store = h(
      'button',
      { type: 'button', class: 'button button-primary button-large', testid: 'import-store', disabled: !found.ready },
      icon('check'),
      t('import.store', { count: format.count(found.ready) }),
    )
    store.addEventListener('click', async () => {
      store.disabled = true
      try {
        await onStore(found)
        dialog.close()
      } catch (error) {
        store.disabled = false
        fill(problem, problemBox(error, t))
      }
    })
    const tag = (status, count) =>
      count > 0 && h('span', { class: `tag table-tag is-${status}`, text: t(`import.count.${status}`, { count: format.count(count) }) })
    fill(
      answer,
      h('p', { class: 'table-counts', testid: 'import-counts' }, tag('ready', found.ready), tag('error', found.errors)),
      h('p', { class: 'hint', text: t('import.understood', { names: found.columns.map(({ heading }) => heading).join(', ') }) }),
      found.ignoredHeadings.length > 0 &&
        h('p', { class: 'hint hint-warning', text: t('table.ignored', { names: found.ignoredHeadings.join(', ') }) }),
      found.errors > 0 && h('p', { class: 'hint hint-warning', text: t('table.errorsStay') }),
      rows(found.rows),
      h('p', { class: 'notice notice-privacy' }, icon('shield'), h('span', { text: t('movement.privacy') })),
      problem,
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => dialog.close() } }),
        store,
      ),
    )
  }

  /** Those with errors first: they are what a person has to act on. */
  function rows(found) {
    const order = { error: 0, ready: 1 }
    const sorted = [...found].sort((a, b) => order[a.status] - order[b.status] || a.row - b.row)
    return h('ul', { class: 'table-rows', testid: 'import-rows' }, sorted.map(item))
  }

  function item(row) {
    const details = register.fields
      .filter((each) => row.details?.[each.name])
      .map((each) => `${each.label}: ${fieldText({ t, format }, each, row.details[each.name])}`)
    const kind = register.kinds.find(({ code }) => code === row.kind)?.name
    return h(
      'li',
      { data: { tableRow: row.row } },
      h(
        'div',
        { class: 'table-item' },
        h('span', { class: `table-number is-${row.status}`, text: String(row.row) }),
        h(
          'span',
          { class: 'table-what' },
          h('strong', { text: row.title ?? t('table.row', { row: row.row }) }),
          row.kind && h('span', { class: 'muted', text: [kind, days(row), row.unit?.fullName].filter(Boolean).join(' · ') }),
          details.length > 0 && h('span', { text: details.join('; ') }),
          row.sameAsRow && h('span', { class: 'hint-warning', text: t('table.same', { row: row.sameAsRow }) }),
          row.problems.map((problem) =>
            h('span', { class: 'hint-error', text: problem.heading ? `${problem.heading}: ${problem.detail}` : problem.detail }),
          ),
        ),
      ),
    )
  }

  const dialog = openDialog(
    {
      title: t('import.heading', { name: register.label }),
      t,
      testid: 'movement-import',
      wide: true,
      isTyped: () => text.value.trim() !== '',
      onClose,
    },
    h(
      'form',
      { class: 'stack table-import', novalidate: true, on: { submit } },
      h('p', { class: 'muted', text: t('table.lead') }),
      h('div', { class: 'actions' }, fileButton, file),
      field(t('table.paste'), text),
      h('details', { class: 'fold' }, h('summary', { text: t('table.columns') }), h('p', { class: 'hint', text: columnsText })),
      h('div', { class: 'actions' }, lookButton),
      answer,
      importList({ t, format, load: loadPast, takeBack }),
    ),
  )
  text.focus()
  return dialog
}
