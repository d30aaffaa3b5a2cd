object first = new();
object second = new();
var one = new Thread(Forward);
var two = new Thread(Backward);
one.Start();
two.Start();

void Forward()
{
    lock (first)
    {
        lock (second) { } // expect-any: LG1002
    }
}

void Backward()
{
    lock (second)
    {
        lock (first) { } // expect-any: LG1002
    }
}
