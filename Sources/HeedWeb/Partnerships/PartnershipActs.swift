import HeedPractice
import HeedService

/// What a reader may do with a partnership as a whole; the pages offer this and nothing else.
struct PartnershipActs: Equatable {
  var mayAsk: Bool
  var mayPause: Bool
  var mayResume: Bool
  var mayEnd: Bool
  var mayAgree: Bool
  var mayGiveMandate: Bool
  var mayEndMandates: Bool
  var mayOffer: Bool
  var mayGiveWord: Bool
  var mayTakeBackLetter: Bool

  init(_ seen: SeenPartnership, on today: Day) {
    let (state, reader) = (seen.state, seen.voice)
    let isOpen = state.stage == .open
    let isRunning = isOpen || state.stage == .paused
    let isCommunity = reader.side == .community
    let holdsMandate = isCommunity && state.mandate(of: reader.person, on: today) != nil
    // When no mandate stands, anybody of the community may, so that nobody is locked out.
    let mayActFor = holdsMandate || (isCommunity && state.mandates(on: today).isEmpty)
    let isSteward = reader.side == .circle && reader.isSteward
    mayAsk = holdsMandate && isOpen
    mayPause = mayActFor && isOpen
    mayResume = holdsMandate && state.stage == .paused
    mayEnd = mayActFor && isRunning
    mayAgree = holdsMandate && isRunning
    mayGiveMandate = mayActFor && isRunning
    mayEndMandates = holdsMandate && (isRunning || state.stage == .ended)
    mayOffer = isSteward && isOpen
    mayGiveWord = reader.side == .circle && isOpen
    mayTakeBackLetter = isSteward && state.stage == .proposed
  }
}
