import { fill, h } from './dom.js'
import { problemBox } from './messages.js'

/**
 * Tables that were stored before: who, when, from which file, how many rows; whoever brought one in can take it back.
 * @param {{t: Function, format: object, load: () => Promise<Array<{importId: string, createdAt: string, createdBy: string,
 *   fileName: string, rows: number, state: 'stored'|'taken-back', mayTakeBack: boolean}>>,
 *   takeBack: (importId: string) => Promise<void>}} context
 */
export function importList({ t, format, load, takeBack }) {
  const host = h('div', { class: 'stack', 'aria-live': 'polite' })

  async function show() {
    fill(host, h('p', { class: 'hint', text: t('common.loading') }))
    try {
      const tables = await load()
      fill(
        host,
        tables.length
          ? h('ul', { class: 'import-list', testid: 'import-list' }, tables.map(item))
          : h('p', { class: 'muted', testid: 'import-list-empty', text: t('imports.none') }),
      )
    } catch (error) {
      fill(host, problemBox(error, t, show))
    }
  }

  function item(table) {
    const name = table.fileName || t('imports.pasted')
    const actions = h('div', { class: 'stack' })

    function offer() {
      fill(
        actions,
        h('button', {
          type: 'button',
          class: 'button',
          testid: 'import-take-back',
          'aria-label': t('imports.takeBackOf', { name }),
          text: t('table.takeBack'),
          on: { click: ask },
        }),
      )
    }

    function ask() {
      const sure = h('button', { type: 'button', class: 'button button-danger', testid: 'import-take-back-sure', text: t('imports.sure') })
      const problem = h('div')
      sure.addEventListener('click', async () => {
        sure.disabled = true
        try {
          await takeBack(table.importId)
          await show()
        } catch (error) {
          sure.disabled = false
          fill(problem, problemBox(error, t))
        }
      })
      fill(
        actions,
        h('p', { text: t('imports.question', { count: format.count(table.rows) }) }),
        problem,
        h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: offer } }), sure),
      )
      sure.focus()
    }

    if (table.mayTakeBack) offer()
    return h(
      'li',
      {},
      h('strong', { text: name }),
      h('span', {
        class: 'muted',
        text: `${format.instant(table.createdAt)} · ${table.createdBy} · ${t('imports.rows', { count: format.count(table.rows) })}`,
      }),
      table.state === 'taken-back' && h('span', { class: 'tag', text: t('imports.takenBack') }),
      table.mayTakeBack && actions,
    )
  }

  return h(
    'details',
    { class: 'fold', testid: 'import-list-open', on: { toggle: (event) => event.target.open && show() } },
    h('summary', { text: t('imports.title') }),
    host,
  )
}
