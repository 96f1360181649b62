// A resolution that was never adopted, about places that do not exist.
#include "web/app/model/document.h"

namespace clausemark::app {

std::string_view sample_text() {
  return R"sample(Resolution 9901 (2031)

Adopted by the Security Council at its 12045th meeting, on 14 March 2031

The Security Council,

Recalling its resolution 9874 (2030) and the statement of its President of 2 December 2030 (S/PRST/2030/41),

Reaffirming its strong commitment to the sovereignty and unity of the Republic of Velmara,

Gravely concerned by the renewed fighting along the Ostrel River, and strongly condemning the attacks on ferries that carry food and medicine to the river islands,

Welcoming the truce signed at Port Halen on 20 February 2031, and commending the fishing cooperatives of both banks for their part in bringing it about,

Determining that the situation along the Ostrel River continues to threaten peace and security in the region,

Acting under Chapter VII of the Charter of the United Nations,

Ceasefire and access

1. Demands that all parties respect the truce of Port Halen in full, and further demands that they remove every barrier from the ferry lines without delay;

2. Condemns in the strongest terms the shelling of the lighthouse at Cape Orrin, and calls upon the authorities of both banks to bring those responsible to justice;

3. Urges the parties to agree, no later than 30 June 2031, on joint patrols of the ferry lines, and encourages neighbouring States to lend vessels and crews to this end;

Mandate of the Mission

4. Decides to extend the mandate of the United Nations Observer Mission on the Ostrel River (UNOMOR) until 31 March 2032;

5. Authorizes UNOMOR to use all necessary means to protect the ferry lines, within its capabilities and its areas of deployment;

6. Decides that the mandate of UNOMOR shall include the following tasks:

(a) To observe and report on the truce, including:

(i) to keep a public register of incidents;

(ii) to verify the removal of barriers from the river;

(b) To escort humanitarian deliveries to the river islands, in close coordination with the ferry operators;

(c) To assist both banks in reopening the schools on Marrow Island, and to train local mediators;

7. Calls on Member States to provide UNOMOR with shallow-draught vessels as a matter of urgency;

Reporting

8. Requests the Secretary-General to report to the Council every 90 days on the implementation of this resolution, and to submit within 30 days of its adoption a plan for the patrols described in paragraph 3 above;

9. Expresses its intention to review the mandate of UNOMOR in the light of progress made, and stresses that lasting peace on the Ostrel River rests with the people who live along it;

10. Decides to remain actively seized of the matter.
)sample";
}

}  // namespace clausemark::app
