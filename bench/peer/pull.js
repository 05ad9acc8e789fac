// A fresh PouchDB client replicates a database into leveldb; prints the milliseconds that it took and the documents.
const [source, folder] = process.argv.slice(2)
const PouchDB = require('pouchdb')

async function main () {
  const remote = new PouchDB(source)
  await remote.info()
  const local = new PouchDB(folder)
  await local.info()
  const began = performance.now()
  const done = await PouchDB.replicate(remote, local)
  const tookMs = performance.now() - began
  console.log(JSON.stringify({ took_ms: tookMs, docs: done.docs_written, failures: done.doc_write_failures }))
  await local.close()
}

main().catch(error => { console.error(error); process.exit(1) })
