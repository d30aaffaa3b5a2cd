// The early return keeps _members.
using LockGraph;

namespace Parity.MonitorLeak;

public sealed class ChatRoom
{
    private readonly TrackedMonitor _members = new();
    private int _said;

    public static void Run()
    {
        var chatRoom = new ChatRoom();
        chatRoom.Say(5);
    }

    public void Say(int words)
    {
        _members.Enter(); // expect: LG2004 ChatRoom._members
        _said += words;
        if (_said > 3)
        {
            return;
        }

        _members.Exit();
    }
}
