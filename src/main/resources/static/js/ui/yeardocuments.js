import { fill, h } from './dom.js'
import { icon } from './icons.js'
import { problemBox } from './messages.js'

/** As many as the server takes for one year, and how large each may be. */
const MOST = 20
const LARGEST_MEGABYTES = 5

/**
 * Papers of one area's year: to download for everybody, to add and remove for those who may.
 * @param {{t: Function, format: object}} context @param {object} area
 * @param {{url: (id: string) => string, onAdd: (file: File) => Promise<void>, onRemove: (id: string) => Promise<void>}} actions
 */
export function yearDocuments({ t, format }, area, { url, onAdd, onRemove }) {
  if (!area.documents.length && !area.mayAttach) return null
  const problem = h('div')
  const present = area.documents.filter((document) => !document.removedAt)
  const input = h('input', {
    type: 'file',
    accept: 'application/pdf,image/jpeg,image/png',
    class: 'visually-hidden',
    testid: 'document-file',
    on: { change: () => input.files.length && run(() => onAdd(input.files[0])) },
  })

  async function run(work) {
    fill(problem, h('p', { class: 'muted', role: 'status', text: t('document.working') }))
    try {
      await work()
    } catch (error) {
      fill(problem, problemBox(error, t))
    } finally {
      input.value = ''
    }
  }

  function line(document) {
    const size = t('document.size', { kilobytes: format.count(Math.ceil(document.sizeBytes / 1024)) })
    const host = h('li', { class: document.removedAt ? 'document-removed' : '', testid: 'document' })
    const remove = () =>
      h('button', {
        type: 'button',
        class: 'icon-button',
        'aria-label': t('document.remove', { name: document.name }),
        testid: 'document-remove',
        on: { click: ask },
      })
    const ask = () =>
      fill(
        host,
        h('p', { text: t('document.removeAsk', { name: document.name }) }),
        h(
          'div',
          { class: 'actions' },
          h('button', { type: 'button', class: 'button', text: t('common.cancel'), on: { click: () => show() } }),
          h('button', {
            type: 'button',
            class: 'button button-primary',
            testid: 'document-remove-yes',
            text: t('document.removeYes'),
            on: { click: () => run(() => onRemove(document.id)) },
          }),
        ),
      )
    const show = () => {
      const button = !document.removedAt && area.mayAttach && remove()
      if (button) button.append(icon('close', 18))
      fill(
        host,
        h(
          'div',
          { class: 'document-name' },
          document.removedAt
            ? h('span', { text: document.name })
            : h('a', { href: url(document.id), download: document.name, text: document.name }),
          h('span', {
            class: 'muted',
            text: document.removedAt
              ? t('document.removedBy', { at: format.instant(document.removedAt), by: document.removedBy })
              : `${size} · ${format.instant(document.addedAt)} · ${document.addedBy}`,
          }),
        ),
        button,
      )
    }
    show()
    return host
  }

  return h(
    'details',
    { class: 'fold', testid: 'year-documents' },
    h(
      'summary',
      {},
      t('document.title'),
      ' ',
      h('span', { class: 'fold-count', text: String(present.length) }),
    ),
    h(
      'div',
      { class: 'stack' },
      area.documents.length > 0 && h('ul', { class: 'documents' }, area.documents.map(line)),
      area.mayAttach &&
        present.length < MOST &&
        h('label', { class: 'button photo-add' }, icon('list'), t('document.add'), input),
      problem,
      area.mayAttach && h('p', { class: 'hint', text: t('document.hint', { most: MOST, megabytes: LARGEST_MEGABYTES }) }),
    ),
  )
}
