/** A thin cover over IndexedDB: one database with the queue and the receipts of every account on this device. */

const NAME = 'anttmap-field'
const VERSION = 1

let opening = null

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('items', { keyPath: 'key' })
      request.result.createObjectStore('receipts', { keyPath: 'key' })
      request.result.createObjectStore('leases', { keyPath: 'name' })
    }
    request.onsuccess = () => {
      const database = request.result
      // Another tab may bring a newer version, or the browser may throw the database away: open it anew then.
      database.onversionchange = () => (database.close(), (opening = null))
      database.onclose = () => (opening = null)
      resolve(database)
    }
    request.onerror = () => reject(request.error)
  })
  opening.catch(() => (opening = null))
  return opening
}

/**
 * Runs one transaction and resolves when it is on the disk.
 * @template T
 * @param {string[]} stores @param {'readonly'|'readwrite'} mode
 * @param {(stores: Record<string, IDBObjectStore>, done: (value: T) => void) => void} work asks synchronously or in the
 *   handlers of its requests; gives its result to done
 * @returns {Promise<T|undefined>} rejected with QuotaExceededError when the disk is full
 */
export async function transact(stores, mode, work) {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' })
    let result
    transaction.oncomplete = () => resolve(result)
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))
    try {
      work(Object.fromEntries(stores.map((name) => [name, transaction.objectStore(name)])), (value) => (result = value))
    } catch (error) {
      transaction.abort()
      reject(error)
    }
  })
}

/** @param {IDBRequest} request @param {(value: any) => void} then */
export function whenRead(request, then) {
  request.onsuccess = () => then(request.result)
}
