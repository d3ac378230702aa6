/// Where the two were born and live.
extension Comparison {
  @inline(__always)
  func birthPlaceLevel(_ r: UnsafePointer<PackedRecord>) -> BirthPlaceLevel {
    if q.birthWard != 0, q.birthWard == r.pointee.birthWard { return .sameWard }
    let theirs = masks[Int(r.pointee.birthPlace)]
    guard birthMask != 0, theirs != 0 else { return .missing }
    guard birthMask & theirs != 0 else { return .other }
    return q.birthWard != 0 && r.pointee.birthWard != 0 ? .wardOther : .sameProvince
  }

  @inline(__always)
  func residenceLevel(
    _ r: UnsafePointer<PackedRecord>, _ birthPlace: BirthPlaceLevel
  ) -> ResidenceLevel {
    let level = residenceAlone(r)
    guard birthPlace.agrees else { return level }
    let isHome =
      masks[Int(r.pointee.residencePlace)] & masks[Int(r.pointee.birthPlace)] & birthMask != 0
    switch level {
    case .sameWard: return isHome ? .sameWardHome : .sameWardAway
    case .sameProvince, .formerProvince: return isHome ? .sameProvinceHome : .sameProvinceAway
    case .other: return .otherHome
    case .missing, .sameWardHome, .sameProvinceHome, .sameWardAway, .sameProvinceAway,
      .otherHome:
      return level
    }
  }

  @inline(__always)
  private func residenceAlone(_ r: UnsafePointer<PackedRecord>) -> ResidenceLevel {
    let theirs = masks[Int(r.pointee.residencePlace)]
    guard theirs != 0 || r.pointee.residenceWard != 0, !residences.isEmpty else {
      return .missing
    }
    var level = ResidenceLevel.other
    for index in residences.indices {
      let ours = residences[index]
      if ours.ward != 0, ours.ward == r.pointee.residenceWard { return .sameWard }
      if ours.mask & theirs != 0, level == .other {
        level = index == 0 ? .sameProvince : .formerProvince
      }
    }
    return level
  }
}
