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
        lock (second) { } // known-miss: LG1002 locks in captured locals
    }
}

void Backward()
{
    lock (second)
    {
        lock (first) { } // known-miss: LG1002 locks in captured locals
    }
}
