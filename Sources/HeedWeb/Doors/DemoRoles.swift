import HeedService
import HeedWording

extension Demo.Role {
  var title: Sentence {
    switch self {
    case .liaison: .roleLiaison
    case .steward: .roleSteward
    case .member: .roleMember
    }
  }

  var explanation: Sentence {
    switch self {
    case .liaison: .roleLiaisonWhat
    case .steward: .roleStewardWhat
    case .member: .roleMemberWhat
    }
  }

  var button: Sentence {
    switch self {
    case .liaison: .roleLiaisonStep
    case .steward: .roleStewardStep
    case .member: .roleMemberStep
    }
  }
}
