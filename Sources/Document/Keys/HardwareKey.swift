import CPKCS11
import Foundation
import Glibc
import Vocabulary

/// A private key in a PKCS #11 token (OASIS PKCS #11 2.40), reached through the module that its
/// maker ships. One session, one signature at a time; a lost session is opened once more.
final class HardwareKey: @unchecked Sendable {
  private let functions: UnsafeMutablePointer<CK_FUNCTION_LIST>
  private let token: String
  private let label: String
  private let pin: String
  /// Guards `session`: a PKCS #11 session does one thing at a time.
  private let lock = NSLock()
  private var session: (handle: CK_SESSION_HANDLE, key: CK_OBJECT_HANDLE)?

  init(module: String, token: String, label: String, pin: String) throws(Fault) {
    functions = try HardwareKey.load(module)
    self.token = token
    self.label = label
    self.pin = pin
    session = try opened()
  }

  deinit {
    if let session { _ = functions.pointee.C_CloseSession?(session.handle) }
  }

  /// PKCS #1 v1.5 with SHA-256; the token hashes.
  func signRSA(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    try sign(bytes, mechanism: CK_MECHANISM_TYPE(CKM_SHA256_RSA_PKCS))
  }

  /// ECDSA over a finished digest: r and s, 32 bytes each.
  func signECDSA(digest: [UInt8]) throws(Fault) -> [UInt8] {
    try sign(digest, mechanism: CK_MECHANISM_TYPE(CKM_ECDSA))
  }

  private func sign(_ bytes: [UInt8], mechanism: CK_MECHANISM_TYPE) throws(Fault) -> [UInt8] {
    lock.lock()
    defer { lock.unlock() }
    let (first, signature) = try attempt(bytes, mechanism: mechanism)
    if let signature { return signature }
    guard HardwareKey.sessionLost.contains(first) else { throw refused("signing", first) }
    session = nil
    let (second, again) = try attempt(bytes, mechanism: mechanism)
    guard let again else { throw refused("signing", second) }
    return again
  }

  private func attempt(
    _ bytes: [UInt8], mechanism: CK_MECHANISM_TYPE
  ) throws(Fault) -> (CK_RV, [UInt8]?) {
    let open = if let session { session } else { try opened() }
    session = open
    var mechanism = CK_MECHANISM(mechanism: mechanism, pParameter: nil, ulParameterLen: 0)
    guard let initialise = functions.pointee.C_SignInit, let sign = functions.pointee.C_Sign else {
      throw Fault("signing with the token", cause: "the module cannot sign")
    }
    var answer = initialise(open.handle, &mechanism, open.key)
    guard answer == CKR_OK else { return (answer, nil) }
    var input = bytes
    var signature = [UInt8](repeating: 0, count: 1024)
    var length = CK_ULONG(signature.count)
    answer = sign(open.handle, &input, CK_ULONG(input.count), &signature, &length)
    guard answer == CKR_OK else { return (answer, nil) }
    return (answer, Array(signature.prefix(Int(length))))
  }

  private static let sessionLost: Set<CK_RV> = [
    CK_RV(CKR_SESSION_HANDLE_INVALID), CK_RV(CKR_SESSION_CLOSED), CK_RV(CKR_DEVICE_REMOVED),
    CK_RV(CKR_TOKEN_NOT_PRESENT), CK_RV(CKR_USER_NOT_LOGGED_IN),
    CK_RV(CKR_OBJECT_HANDLE_INVALID), CK_RV(CKR_KEY_HANDLE_INVALID),
    CK_RV(CKR_CRYPTOKI_NOT_INITIALIZED),
  ]
}

extension HardwareKey {
  private static func load(_ module: String) throws(Fault) -> UnsafeMutablePointer<CK_FUNCTION_LIST>
  {
    // The module stays loaded: other keys of the process may use it.
    guard let library = dlopen(module, RTLD_NOW | RTLD_LOCAL),
      let symbol = dlsym(library, "C_GetFunctionList")
    else {
      throw Fault(
        "loading the PKCS #11 module \(module)",
        cause: "\(String(cString: dlerror())); check the path of the token's library")
    }
    typealias GetFunctionList =
      @convention(c) (
        UnsafeMutablePointer<UnsafeMutablePointer<CK_FUNCTION_LIST>?>?
      ) -> CK_RV
    let getFunctionList = unsafeBitCast(symbol, to: GetFunctionList.self)
    var list: UnsafeMutablePointer<CK_FUNCTION_LIST>?
    guard getFunctionList(&list) == CKR_OK, let list else {
      throw Fault("loading the PKCS #11 module \(module)", cause: "it has no list of functions")
    }
    var arguments = CK_C_INITIALIZE_ARGS()
    arguments.flags = CK_FLAGS(CKF_OS_LOCKING_OK)
    let answer = list.pointee.C_Initialize?(&arguments) ?? CK_RV(CKR_FUNCTION_FAILED)
    guard answer == CKR_OK || answer == CKR_CRYPTOKI_ALREADY_INITIALIZED else {
      throw Fault(
        "starting the PKCS #11 module \(module)", cause: "it answered \(code(answer))",
        retry: .later)
    }
    return list
  }

  private func opened() throws(Fault) -> (handle: CK_SESSION_HANDLE, key: CK_OBJECT_HANDLE) {
    let slot = try slot()
    var handle = CK_SESSION_HANDLE()
    try check("opening a session") {
      $0.C_OpenSession?(slot, CK_FLAGS(CKF_SERIAL_SESSION), nil, nil, &handle)
    }
    var secret = Array(pin.utf8)
    let answer =
      functions.pointee.C_Login?(
        handle, CK_USER_TYPE(CKU_USER), &secret, CK_ULONG(secret.count))
      ?? CK_RV(CKR_FUNCTION_FAILED)
    // Another key of the same token has opened the door already.
    guard answer == CKR_OK || answer == CKR_USER_ALREADY_LOGGED_IN else {
      throw refused("logging in (check the PIN file)", answer)
    }
    return (handle, try key(in: handle))
  }

  private func slot() throws(Fault) -> CK_SLOT_ID {
    var count = CK_ULONG()
    try check("listing its slots") { $0.C_GetSlotList?(1, nil, &count) }
    var slots = [CK_SLOT_ID](repeating: 0, count: Int(count))
    if count > 0 {
      try check("listing its slots") { $0.C_GetSlotList?(1, &slots, &count) }
    }
    for slot in slots.prefix(Int(count)) {
      var facts = CK_TOKEN_INFO()
      guard functions.pointee.C_GetTokenInfo?(slot, &facts) == CKR_OK else { continue }
      let padded = withUnsafeBytes(of: &facts.label) { Array($0) }
      let name = String(decoding: padded, as: UTF8.self).trimmingCharacters(in: .whitespaces)
      if name == token { return slot }
    }
    throw Fault(
      "reaching the token \(token)",
      cause: "no slot holds a token with this label; list them with pkcs11-tool --list-slots",
      retry: .later)
  }

  private func key(in handle: CK_SESSION_HANDLE) throws(Fault) -> CK_OBJECT_HANDLE {
    var kind = CK_OBJECT_CLASS(CKO_PRIVATE_KEY)
    var text = Array(label.utf8)
    var found = [CK_OBJECT_HANDLE](repeating: 0, count: 2)
    var count = CK_ULONG()
    let answer = withUnsafeMutableBytes(of: &kind) { kind in
      text.withUnsafeMutableBytes { text in
        var wanted = [
          CK_ATTRIBUTE(
            type: CK_ATTRIBUTE_TYPE(CKA_CLASS), pValue: kind.baseAddress,
            ulValueLen: CK_ULONG(kind.count)),
          CK_ATTRIBUTE(
            type: CK_ATTRIBUTE_TYPE(CKA_LABEL), pValue: text.baseAddress,
            ulValueLen: CK_ULONG(text.count)),
        ]
        return functions.pointee.C_FindObjectsInit?(handle, &wanted, CK_ULONG(wanted.count))
          ?? CK_RV(CKR_FUNCTION_FAILED)
      }
    }
    guard answer == CKR_OK else { throw refused("looking for the key \(label)", answer) }
    try check("looking for the key \(label)") { $0.C_FindObjects?(handle, &found, 2, &count) }
    try check("looking for the key \(label)") { $0.C_FindObjectsFinal?(handle) }
    guard count == 1 else {
      throw Fault(
        "looking for the key \(label) in the token \(token)",
        cause: "the token has \(count == 0 ? "no private key" : "several private keys") with "
          + "this label; list them with pkcs11-tool --list-objects --login")
    }
    return found[0]
  }

  private func check(
    _ doing: String, _ call: (CK_FUNCTION_LIST) -> CK_RV?
  ) throws(Fault) {
    let answer = call(functions.pointee) ?? CK_RV(CKR_FUNCTION_FAILED)
    guard answer == CKR_OK else { throw refused(doing, answer) }
  }

  private func refused(_ doing: String, _ answer: CK_RV) -> Fault {
    Fault(
      "\(doing), with the token \(token)", cause: "it answered \(HardwareKey.code(answer))",
      retry: .later)
  }

  private static func code(_ answer: CK_RV) -> String { "CKR 0x" + String(answer, radix: 16) }
}
