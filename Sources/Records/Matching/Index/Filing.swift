import Dispatch

/// Records sorted under the buckets of their keys, by counting.
///
/// Each thread counts and files a run of rows of its own; within a bucket the rows stand in order,
/// however many threads there were.
struct Filing {
  let buckets: Int
  let offsets: [UInt32]
  let postings: [UInt32]

  /// Buckets for so many entries: about twenty-two keys an entry, five a bucket. More buckets cost
  /// memory, fewer cost time.
  static func bucketCount(entries: Int) -> Int { max(1, entries * 5) }

  init(_ records: UnsafeBufferPointer<PackedRecord>, threads: Int) {
    let buckets = Filing.bucketCount(entries: records.count)
    var places = Filing.counts(records, threads: threads, buckets: buckets)
    var offsets = [UInt32](repeating: 0, count: buckets + 1)
    var total: UInt32 = 0
    for bucket in 0..<buckets {
      offsets[bucket] = total
      for thread in places.indices {
        let count = places[thread][bucket]
        places[thread][bucket] = total
        total += count
      }
    }
    offsets[buckets] = total
    self.buckets = buckets
    self.offsets = offsets
    postings = Filing.file(records, at: places, total: Int(total), buckets: buckets)
  }

  private static func run(_ index: Int, of threads: Int, rows: Int) -> Range<Int> {
    (rows * index / threads)..<(rows * (index + 1) / threads)
  }

  private static func counts(
    _ records: UnsafeBufferPointer<PackedRecord>, threads: Int, buckets: Int
  ) -> [[UInt32]] {
    var counts = [[UInt32]](repeating: [], count: threads)
    counts.withUnsafeMutableBufferPointer { counts in
      // Each iteration writes one place of its own, and reads what nobody writes.
      nonisolated(unsafe) let counts = counts
      nonisolated(unsafe) let records = records
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        var keys = KeyList()
        var own = [UInt32](repeating: 0, count: buckets)
        for row in run(thread, of: threads, rows: records.count) {
          keys.file(records[row])
          for hash in keys.hashes { own[Posting.bucket(hash, of: buckets)] += 1 }
        }
        counts[thread] = own
      }
    }
    return counts
  }

  private static func file(
    _ records: UnsafeBufferPointer<PackedRecord>, at places: [[UInt32]], total: Int, buckets: Int
  ) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: total) { postings, count in
      // The counts of the threads part the postings: no two write the same place.
      nonisolated(unsafe) let postings = postings
      nonisolated(unsafe) let records = records
      DispatchQueue.concurrentPerform(iterations: places.count) { thread in
        var keys = KeyList()
        var next = places[thread]
        for row in run(thread, of: places.count, rows: records.count) {
          keys.file(records[row])
          for hash in keys.hashes {
            let bucket = Posting.bucket(hash, of: buckets)
            postings[Int(next[bucket])] = Posting.make(row, hash)
            next[bucket] += 1
          }
        }
      }
      count = total
    }
  }
}
