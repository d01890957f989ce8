// Whether a story is about what states do, and not about a game, a film, a dish or a gang.
using Servanda.Model;

namespace Servanda.Coding;

/// <summary>The gate before coding: a story about other things gives no report, whatever words of ours it borrows.</summary>
public static class StoryMatter
{
    /// <summary>Fewer words of sport, stage, table or crime than this are a turn of phrase.</summary>
    private const int Fewest = 5;

    /// <summary>A story names others than its own country at least once in so many sentences, or it is about home: a market abroad, an instance from elsewhere.</summary>
    private const int Rarest = 4;

    /// <summary>Whether a story names an agreement, or two actors and two things between them and others than its own country all along, and does not speak more of pastimes or crime than of states' business.</summary>
    public static bool IsOurs(AnnotatedStory story) => IsOurs(story, IsLeftOrJoined);

    /// <summary>Whether a story of which only the names are known may be ours: where not, no word of it makes it so.</summary>
    public static bool MayBeOurs(AnnotatedStory story) => IsOurs(story, (_, _) => true);

    private static bool IsOurs(AnnotatedStory story, Func<Sentence, LexiconMatch, bool> isLeftOrJoined)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var (things, offices, others, named, abroad) = (0, 0, 0, false, 0);
        // Where words are not looked for yet, no state is known to be home, and more stories may be ours.
        var home = story.Sentences.SelectMany(sentence => sentence.Words).Select(word => word.Entry).OfType<FamilyEntry>().Select(family => family.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in story.Sentences)
        {
            foreach (var name in sentence.Names)
            {
                switch (name.Entry)
                {
                    case AgreementEntry:
                        (named, things) = (true, things + 1);
                        break;
                    case ActorEntry { Agreement: not null, Form: ActorForm.Name } when isLeftOrJoined(sentence, name):
                        named = true;
                        break;
                    case OfficeEntry office:
                        if (office.Thing is not null) things++;
                        else offices++;
                        break;
                    case ActorEntry { Form: not ActorForm.Demonym } actor:
                        codes.Add(actor.Code);
                        if (!home.Contains(actor.Code)) abroad++;
                        break;
                    case NounEntry { Class: "pastime" or "crime" }:
                        others++;
                        break;
                    case NounEntry { Class: "diplomat" or "ambassador" or "embassy" or "consulate" or "mission" or "treaty" or "ceasefire" or "sanction" or "relations" or "talks" or "troops" or "missile" }:
                        things++;
                        break;
                }
            }
        }
        if (others >= Fewest && others > things + offices) return false;
        return named || codes.Count >= 2 && things >= 2 && abroad * Rarest >= story.Sentences.Count;
    }

    /// <summary>Whether a sentence speaks of joining or leaving a body that it names.</summary>
    public static bool IsLeftOrJoined(Sentence sentence, LexiconMatch body) =>
        sentence.Words.Any(word => word.Entry is FrameEntry { Frame: var frame } && Silences.IsOnAgreement(frame.Act) && frame.Objects.Contains("body") && body.First - word.Last is >= 0 and <= 2);
}
