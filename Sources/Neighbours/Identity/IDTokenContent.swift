import JWTKit
import Vocabulary

/// The claims of the national sign-on, with OpenID Connect's own.
struct IDTokenContent: JWTPayload {
  let iss: String
  let sub: String
  let aud: String
  let azp: String
  let iat: Int
  let exp: Int
  let nonce: String?
  let acr: String
  let LoaiTaiKhoan: String
  let HoVaTen: String
  let SoDinhDanh: String
  let NgayThangNamSinh: String
  let loginIdp: String

  init(_ member: CastMember, _ grant: Grant, issuer: String, now: Instant) {
    let seconds = Int(now.milliseconds / 1000)
    self.iss = issuer
    self.sub = "mo-phong-" + challenge(for: member.nationalID.digits).prefix(20)
    self.aud = grant.clientID
    self.azp = grant.clientID
    self.iat = seconds
    self.exp = seconds + 300
    self.nonce = grant.nonce
    self.acr = "LoA\(member.level)"
    self.LoaiTaiKhoan = "1"
    self.HoVaTen = member.name.uppercased().inNFC
    self.SoDinhDanh = member.nationalID.digits
    self.NgayThangNamSinh = member.birthDate.iso.filter { $0 != "-" }
    self.loginIdp = "BCA"
  }

  func verify(using algorithm: some JWTAlgorithm) async throws {}
}
