/// A voice item: something that was said to the service, and the service's answer: *you said, we did*.
///
/// | state | `LogVoiceItem` | `AcknowledgeVoiceItem` | `PublishWeDid` | `PublishWeCannot` |
/// |---|---|---|---|---|
/// | Unlogged | `VoiceItemLogged` | unknown | unknown | unknown |
/// | Waiting | nothing: a repeat | `VoiceItemAcknowledged`, once | `WeDidPublished` | `WeCannotPublished` |
/// | Declined | nothing | nothing | `WeDidPublished` | `WeCannotPublished` with a later review, else nothing |
/// | Done | nothing | nothing | nothing | refused `voice-item-done` |
///
/// An answer is due in 30 working days. "We cannot" needs a reason and a day on which it is looked at again.
/// What was said is sealed under the key of the one who said it, or of the item where nobody is named; the
/// published words are the item's own.
@NullMarked
package refocus.feedback.voice;

import org.jspecify.annotations.NullMarked;
