/// What visitors of the load do: each is one click with the redirects that follow it.
enum LoadStep: Int, CaseIterable, Sendable {
  case front, need, signIn, draft, save, review, lodge, pay, paid, queue, acceptLook, accept
  case assessLook, assess, person, decideLook, decide, collectLook, receive, certificate

  var words: String {
    switch self {
    case .front: "front page"
    case .need: "what it is needed for"
    case .signIn: "sign-in through the e-identity provider"
    case .draft: "a new draft, prefilled"
    case .save: "declaration saved"
    case .review: "declaration reviewed"
    case .lodge: "SUBMISSION: lodged, and the case's page"
    case .pay: "paid at the gateway and returned"
    case .paid: "the case's page, paid"
    case .queue: "an officer's queue"
    case .acceptLook: "intake opens the case"
    case .accept: "accepted (register searched)"
    case .assessLook: "assessor opens the case"
    case .assess: "assessed (register searched)"
    case .person: "who the person is, decided by officers"
    case .decideLook: "leader opens the case"
    case .decide: "approved (register searched)"
    case .collectLook: "the citizen comes back"
    case .receive: "received"
    case .certificate: "certificate fetched"
    }
  }
}
